import QtQuick

// Which folder is taken.
FileChooser {
    id: root

    readonly property url selectedFolder: root.chosen

    function ask() {
        begin("");
    }

    title: qsTr("Choose a folder")
    onlyFolders: true
}
