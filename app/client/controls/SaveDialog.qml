import QtQuick.Dialogs

// Where a file goes: asked with a name already in it, so that it can be saved at once.
FileDialog {
    id: root

    /// A name without the ending; what no file system takes is left out of it.
    function ask(name: string) {
        selectedFile = currentFolder + "/" + encodeURIComponent(name.replace(/[\\/:*?"<>|\x00-\x1f]/g, " ").trim().slice(0, 80) + "." + defaultSuffix);
        open();
    }

    fileMode: FileDialog.SaveFile
}
