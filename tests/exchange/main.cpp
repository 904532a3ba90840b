// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_main.h"

int main(int argc, char **argv) {
    return runTests<QCoreApplication>(argc, argv);
}
