import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Files
import Guanwu.Theme

// What is looked through: the camera, a folder of pictures, a video.
ColumnLayout {
    id: root

    enum Kind {
        Camera,
        Folder,
        File
    }

    required property string choice

    property int kind: choice === "default" || choice === "none" || choice === "" ? SourcePicker.Camera : /\.(png|jpe?g|avi|mp4|mkv|mov|webm)$/i.test(choice) ? SourcePicker.File : SourcePicker.Folder

    signal picked(string choice)

    // Written, not bound: what somebody types would end a binding.
    function showChoice() {
        path.text = kind === SourcePicker.Camera ? "" : choice;
    }

    onChoiceChanged: showChoice()
    Component.onCompleted: showChoice()

    spacing: Theme.gap

    ChoiceChips {
        objectName: "sourceKind"
        choices: [
            {
                value: SourcePicker.Camera,
                text: qsTr("Camera"),
                icon: "camera"
            },
            {
                value: SourcePicker.Folder,
                text: qsTr("Folder"),
                icon: "archive"
            },
            {
                value: SourcePicker.File,
                text: qsTr("Video or picture"),
                icon: "play"
            }
        ]
        chosen: root.kind
        Layout.fillWidth: true
        onPicked: value => {
            if (value === SourcePicker.Camera)
                root.picked("default");
            else if (value === SourcePicker.Folder)
                folderDialog.ask();
            else
                fileDialog.ask();
        }
    }
    TextEntry {
        id: path
        objectName: "sourcePath"
        label: qsTr("Folder, video or picture")
        hint: "/srv/pictures"
        Layout.fillWidth: true
        onAccepted: {
            if (path.text.trim() !== "")
                root.picked(path.text.trim());
        }
    }
    FolderDialog {
        id: folderDialog
        onAccepted: root.picked("" + selectedFolder)
    }
    OpenDialog {
        id: fileDialog
        nameFilters: [qsTr("Videos and pictures (*.avi *.mp4 *.mkv *.mov *.webm *.png *.jpg *.jpeg)")]
        onAccepted: root.picked("" + selectedFile)
    }
}
