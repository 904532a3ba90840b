// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <gtest/gtest.h>

/// GoogleTest with a Qt application object.
template <class Application>
int runTests(int argc, char **argv) {
    ::testing::InitGoogleTest(&argc, argv);
    Application app(argc, argv);
    return RUN_ALL_TESTS();
}
