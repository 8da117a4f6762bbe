# One folder, one QML module: guanwu_qml_module(NAME target URI Guanwu.X QML_FILES … SOURCES … LIBS …
# MODULES …): the modules are those whose types its C++ shows to QML.
# The modules lie under one root in the build folder, so that tools find them by their URI.
set(QT_QML_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/qml)

add_custom_target(translations)

function(guanwu_qml_module)
  cmake_parse_arguments(M "" "NAME;URI" "QML_FILES;SINGLETONS;SOURCES;RESOURCES;LIBS;MODULES" ${ARGN})
  set_source_files_properties(${M_SINGLETONS} PROPERTIES QT_QML_SINGLETON_TYPE TRUE)
  qt_add_library(${M_NAME} STATIC)
  string(REPLACE "." "/" path ${M_URI})
  qt_add_qml_module(${M_NAME}
      URI ${M_URI} VERSION 1.0
      RESOURCE_PREFIX /qt/qml
      OUTPUT_DIRECTORY ${QT_QML_OUTPUT_DIRECTORY}/${path}
      IMPORT_PATH ${QT_QML_OUTPUT_DIRECTORY}
      # Compiling QML to C++ takes most of a cold build and buys nothing that is measured (docs/adr/0008).
      NO_CACHEGEN
      DEPENDENCIES QtQuick ${M_MODULES}
      QML_FILES ${M_SINGLETONS} ${M_QML_FILES}
      SOURCES ${M_SOURCES}
      RESOURCES ${M_RESOURCES})
  target_link_libraries(${M_NAME} PUBLIC guanwu_client_options Qt6::Quick ${M_LIBS})
  target_link_libraries(${M_NAME}plugin_init PRIVATE Qt6::Quick)
  foreach(part "" plugin plugin_init)
    guanwu_share_precompiled(guanwu_client_headers ${M_NAME}${part})
  endforeach()
  guanwu_compile_in_groups(${M_NAME} ${M_NAME}plugin)
  # What Qt adds around a module has nothing for moc.
  set_target_properties(${M_NAME}plugin_init ${M_NAME}_resources_1 PROPERTIES AUTOMOC OFF)
  # Sources are included from the root; what qmltyperegistrar writes includes headers by their bare names.
  target_include_directories(${M_NAME} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  set_property(GLOBAL APPEND PROPERTY GUANWU_QML_MODULES ${M_NAME})
  # Chinese of the module's texts; `ninja translations` writes new texts into it.
  set(texts ${CMAKE_CURRENT_SOURCE_DIR}/zh_CN.ts)
  if(EXISTS ${texts})
    set_property(GLOBAL APPEND PROPERTY GUANWU_TRANSLATIONS ${texts})
    add_custom_target(${M_NAME}_texts
        COMMAND Qt6::lupdate -silent -I ${PROJECT_SOURCE_DIR} -locations none -no-obsolete -source-language en -target-language zh_CN
          ${CMAKE_CURRENT_SOURCE_DIR} -ts ${texts})
    add_dependencies(translations ${M_NAME}_texts)
  endif()
endfunction()

# guanwu_qml_program(target [HEADERS owner]): a program that shows QML. Links all modules, imports their plugins, and
# carries the translations; shares the precompiled headers of the owner, which is compiled alike.
function(guanwu_qml_program target)
  cmake_parse_arguments(P "" "HEADERS" "" ${ARGN})
  if(P_HEADERS)
    guanwu_share_precompiled(${P_HEADERS} ${target})
    guanwu_compile_in_groups(${target})
  endif()
  get_property(modules GLOBAL PROPERTY GUANWU_QML_MODULES)
  set(text "#include <QtQml/qqmlextensionplugin.h>\n\n")
  foreach(module ${modules})
    get_target_property(uri ${module} QT_QML_MODULE_URI)
    string(REPLACE "." "_" name ${uri})
    string(APPEND text "Q_IMPORT_QML_PLUGIN(${name}Plugin)\n")
    target_link_libraries(${target} PRIVATE ${module} ${module}plugin)
  endforeach()
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${target}_plugins.cpp CONTENT "${text}" @ONLY)
  target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${target}_plugins.cpp)
  get_property(texts GLOBAL PROPERTY GUANWU_TRANSLATIONS)
  set(compiled ${CMAKE_CURRENT_BINARY_DIR}/${target}_zh_CN.qm)
  add_custom_command(OUTPUT ${compiled}
      COMMAND Qt6::lrelease -silent ${texts} -qm ${compiled}
      DEPENDS ${texts})
  qt_add_resources(${target} "${target}_translations" PREFIX /i18n BASE ${CMAKE_CURRENT_BINARY_DIR}
      FILES ${compiled} OPTIONS -no-compress)
endfunction()
