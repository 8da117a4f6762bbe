import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Files
import Guanwu.Theme

// A file or folder of this machine: chosen from a list, or written. What OpenDialog, SaveDialog and FolderDialog share.
ConfirmDialog {
    id: root

    property var nameFilters: [] // "Tables (*.csv *.xlsx)"
    property bool isSaving: false
    property bool onlyFolders: false
    property url chosen

    property string suffix // what is saved ends so
    readonly property string path: view.folder === "" ? "" : view.pathOf(entry.text, isSaving ? suffix : "")
    readonly property bool replaces: isSaving && path !== "" && view.isFile(path)
    readonly property string refusal: isSaving && path !== "" ? view.whyNotWritten(path) : ""

    signal accepted

    function begin(name: string) {
        problem = "";
        view.begin();
        entry.text = name;
        open();
        if (isSaving)
            entry.focusField();
        else
            list.forceActiveFocus();
    }
    function look(folder: string) {
        view.enter(folder);
        toTheTop();
    }
    function lookAbove() {
        view.up();
        toTheTop();
    }
    function toTheTop() {
        list.currentIndex = view.count > 0 ? 0 : -1;
        if (!isSaving)
            entry.text = "";
    }
    function activate(row: int) {
        if (view.isFolderAt(row)) {
            look(view.pathOf(view.nameAt(row), ""));
        } else if (row >= 0) {
            entry.text = view.nameAt(row);
            if (!isSaving)
                confirm();
        }
    }
    function confirm() {
        problem = "";
        const target = onlyFolders && path === "" ? view.folder : path;
        if (!onlyFolders && view.isFolder(target)) {
            look(target);
            return;
        }
        if (isSaving ? refusal !== "" : onlyFolders ? !view.isFolder(target) : !view.isFile(target)) {
            problem = isSaving ? refusal : qsTr("There is no %1.").arg(target);
            return;
        }
        chosen = view.url(target);
        view.remember(target);
        close();
        accepted();
    }

    wanted: 640
    confirmText: replaces ? qsTr("Replace") : isSaving ? qsTr("Save") : onlyFolders ? qsTr("Take this folder") : qsTr("Open")
    isDangerous: replaces
    canConfirm: onlyFolders || path !== "" && refusal === ""
    onConfirmed: confirm()

    FolderView {
        id: view
        onlyFolders: root.onlyFolders
        filters: root.nameFilters
    }
    ChoiceChips {
        objectName: "places"
        choices: view.places
        chosen: view.folder
        Layout.fillWidth: true
        onPicked: value => root.look(value)
    }
    RowLayout {
        spacing: Theme.gapSmall
        Layout.fillWidth: true

        IconButton {
            objectName: "folderUp"
            iconName: "up"
            text: qsTr("Folder above")
            enabled: !view.isRoot
            onClicked: root.lookAbove()
        }
        PlainText {
            objectName: "folderPath"
            text: view.folder
            elide: Text.ElideMiddle
            Layout.fillWidth: true
        }
    }
    Rectangle {
        color: Theme.surface
        border.width: list.activeFocus ? Theme.focusWidth : Theme.outlineWidth
        border.color: list.activeFocus ? Theme.focus : Theme.outline
        radius: Theme.radius
        Layout.fillWidth: true
        Layout.preferredHeight: root.parent && root.parent.height < 700 ? 180 : 280 // the name below stays in sight

        ListView {
            id: list
            objectName: "folderEntries"
            anchors.fill: parent
            anchors.margins: Theme.focusWidth
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: view
            Accessible.role: Accessible.List
            Accessible.name: view.folder
            Keys.onPressed: event => {
                event.accepted = event.key === Qt.Key_Backspace;
                if (event.accepted)
                    root.lookAbove();
            }
            T.ScrollBar.vertical: ThinScrollBar {}

            delegate: ListRow {
                required property int index
                required property string name
                required property string about
                required property bool isFolder

                objectName: "entry-" + name
                width: ListView.view.width
                title: name
                subtitle: about
                iconName: isFolder ? "archive" : "list"
                tone: isFolder ? Theme.accent : Theme.mutedText
                isCurrent: ListView.isCurrentItem
                focusPolicy: Qt.NoFocus
                onClicked: {
                    list.currentIndex = index; // qmllint disable unqualified
                    if (isFolder)
                        root.activate(index); // qmllint disable unqualified
                    else
                        entry.text = name; // qmllint disable unqualified
                }
                onDoubleClicked: root.activate(index) // qmllint disable unqualified
                Keys.onReturnPressed: root.activate(index) // qmllint disable unqualified
                Keys.onEnterPressed: root.activate(index) // qmllint disable unqualified
            }
        }
        PlainText {
            anchors.centerIn: parent
            visible: view.count === 0
            width: parent.width - 2 * Theme.gapLarge
            text: view.problem !== "" ? view.problem : root.onlyFolders ? qsTr("No folders are in here") : qsTr("No such files are in here")
            muted: true
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
    }
    PlainText {
        visible: root.nameFilters.length > 0
        text: root.nameFilters.join(" · ")
        muted: true
        font.pixelSize: Theme.captionSize
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    TextEntry {
        id: entry
        objectName: "fileName"
        visible: !root.onlyFolders
        label: root.isSaving ? qsTr("File name") : qsTr("File name, or a whole path")
        problem: root.refusal
        Layout.fillWidth: true
        onAccepted: {
            if (root.canConfirm)
                root.confirm();
        }
    }
    PlainText {
        objectName: "replaces"
        visible: root.replaces
        text: qsTr("This file is there already. What it holds is lost.")
        color: Theme.bad
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
}
