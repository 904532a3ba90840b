# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of scripts/make_demo.py and scripts/make_check_workbooks.py."""
