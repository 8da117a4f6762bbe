# Three Debian packages: the programs, the server around them, and the client. `deploy/check_packages` builds and tries them.

# What is packed was built before; nobody waits for the tests.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

install(TARGETS guanwu guanwu-reader RUNTIME DESTINATION bin COMPONENT programs)
install(TARGETS guanwu-app RUNTIME DESTINATION bin COMPONENT client)
install(FILES deploy/guanwu-app.desktop DESTINATION share/applications COMPONENT client)
install(FILES deploy/systemd/guanwu.service deploy/systemd/guanwu-backup.service deploy/systemd/guanwu-backup.timer
    DESTINATION /usr/lib/systemd/system COMPONENT server)
install(PROGRAMS deploy/database/accounts DESTINATION share/guanwu RENAME database-accounts COMPONENT server)
install(FILES deploy/guanwu.conf DESTINATION /etc/guanwu COMPONENT server)
install(FILES deploy/systemd/journald@guanwu.conf DESTINATION /etc/systemd COMPONENT server)
foreach(component programs server client)
  set(package guanwu-${component})
  string(REPLACE "-programs" "" package ${package})
  install(FILES LICENSE DESTINATION share/doc/${package} RENAME copyright COMPONENT ${component})
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL programs server client)
set(CPACK_PACKAGE_CONTACT "Guanwu maintainers <maintainers@guanwu.example>")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION database)

# The client without a server shows its demo by way of the programs, and reads pictures in their child process.
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_NAME guanwu)
set(CPACK_DEBIAN_PROGRAMS_DESCRIPTION "Registry of a city's state-owned assets: the command line
 Cards of assets, office space and certificates, inventory campaigns, documents
 and reports over SQLite, MariaDB or MySQL, and the reader of strangers' files.")
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_DEPENDS fonts-noto-cjk)
# Rare characters of names, and signs, which the Noto typefaces lack.
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_RECOMMENDS "fonts-babelstone-han, fonts-symbola")

set(CPACK_DEBIAN_SERVER_PACKAGE_NAME guanwu-server)
set(CPACK_DEBIAN_SERVER_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_SERVER_DESCRIPTION "Registry of a city's state-owned assets: the server
 An account, a configuration file and hardened units for systemd, with a
 daily backup that proves itself.")
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "adduser, guanwu (>= ${PROJECT_VERSION}~)")
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
    ${PROJECT_SOURCE_DIR}/deploy/debian/postinst
    ${PROJECT_SOURCE_DIR}/deploy/debian/prerm
    ${PROJECT_SOURCE_DIR}/deploy/debian/postrm
    ${PROJECT_SOURCE_DIR}/deploy/debian/conffiles
    ${PROJECT_SOURCE_DIR}/deploy/debian/triggers)

set(CPACK_DEBIAN_CLIENT_PACKAGE_NAME guanwu-client)
set(CPACK_DEBIAN_CLIENT_DESCRIPTION "Registry of a city's state-owned assets: the client
 Counting with a handheld, review, documents and reports in Qt Quick.")
set(CPACK_DEBIAN_CLIENT_PACKAGE_SHLIBDEPS ON)
set(client_needs
    "guanwu (>= ${PROJECT_VERSION}~)" fonts-noto-cjk libgl1-mesa-dri gstreamer1.0-plugins-good qt6-translations-l10n
    qml6-module-qtqml qml6-module-qtqml-models qml6-module-qtqml-workerscript qml6-module-qtquick
    qml6-module-qtquick-controls qml6-module-qtquick-layouts qml6-module-qtquick-shapes
    qml6-module-qtquick-templates qml6-module-qtquick-window)
list(JOIN client_needs ", " CPACK_DEBIAN_CLIENT_PACKAGE_DEPENDS)

include(CPack)
