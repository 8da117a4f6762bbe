import QtQuick

// Where a file goes: asked with a name already in it, so that it can be saved at once.
FileChooser {
    id: root

    readonly property url selectedFile: root.chosen
    property alias defaultSuffix: root.suffix

    /// A name without the ending; what no file system takes is left out of it.
    function ask(name: string) {
        begin(name.replace(/[\\/:*?"<>|\x00-\x1f]/g, " ").trim().slice(0, 80) + "." + defaultSuffix);
    }

    title: qsTr("Save the file")
    isSaving: true
}
