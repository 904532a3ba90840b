# SPDX-License-Identifier: GPL-3.0-or-later
# liborcus has no CMake package, and Debian's .pc file of its spreadsheet model names a folder that does not
# exist, so the parts are looked up one by one.
find_path(ORCUS_INCLUDE_DIR orcus/orcus_xlsx.hpp PATH_SUFFIXES liborcus-0.17 REQUIRED)
find_path(IXION_INCLUDE_DIR ixion/model_context.hpp PATH_SUFFIXES libixion-0.17 REQUIRED)
find_path(MDDS_INCLUDE_DIR mdds/multi_type_vector.hpp PATH_SUFFIXES mdds-2.0 mdds-1.5 REQUIRED)
add_library(yipi_orcus INTERFACE)
target_include_directories(yipi_orcus SYSTEM INTERFACE ${ORCUS_INCLUDE_DIR} ${IXION_INCLUDE_DIR} ${MDDS_INCLUDE_DIR})
foreach(part orcus-0.17 orcus-parser-0.17 orcus-mso-0.17 orcus-spreadsheet-model-0.17 ixion-0.17)
  find_library(YIPI_LIB_${part} ${part} REQUIRED)
  target_link_libraries(yipi_orcus INTERFACE ${YIPI_LIB_${part}})
endforeach()
