import QtQuick

// Which file is read.
FileChooser {
    id: root

    readonly property url selectedFile: root.chosen

    function ask() {
        begin("");
    }

    title: qsTr("Choose a file")
}
