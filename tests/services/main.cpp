// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_main.h"

#include <QGuiApplication>

int main(int argc, char **argv) {
    return runTests<QGuiApplication>(argc, argv);
}
