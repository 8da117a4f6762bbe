import QtQuick
import QtQuick.Layouts
import Guanwu.Camera
import Guanwu.Controls
import Guanwu.Counting
import Guanwu.Session
import Guanwu.Theme

// Counting on a handheld: my sheets, the rooms of one, one room. On a desk rooms and room stand side by side.
FocusScope {
    id: root

    required property ClientSession session
    required property var settings
    required property bool isCompact
    required property bool isExpanded
    readonly property bool isOpen: counting.state === Counting.Open
    readonly property bool isTyping: manualDialog.opened || surplusDialog.opened || noteDialog.opened || userDialog.opened

    // Where to begin; empty = with the sheets, and with the rooms of one.
    property string beginTask
    property string beginUnit
    property string beginRoom

    property alias counting: counting
    property alias camera: camera
    property alias sync: sync

    property var waiting: [] // was scanned before a sheet was open

    // Of a scanner. On the list of sheets it goes on with the sheet that was counted last.
    function take(code: string) {
        if (counting.state === Counting.Closed)
            counting.open("", ""); // may have come to its end at once
        if (counting.state === Counting.Open)
            counting.scan(code, Counting.Scanner);
        else if (counting.state === Counting.Opening)
            waiting.push(code);
        else
            counting.sounded("refused");
    }
    function openUsers() {
        userDialog.open();
    }

    Component.onCompleted: {
        if (beginTask !== "")
            counting.open(beginTask, beginUnit);
    }

    Counting {
        id: counting
        session: root.session
        camera: camera
        onOpened: {
            const codes = root.waiting;
            root.waiting = [];
            for (const code of codes)
                counting.scan(code, Counting.Scanner);
            if (codes.length === 0 && root.beginRoom !== "")
                counting.enterRoom(root.beginRoom);
        }
        // No sheet was opened for what was scanned: a sheet that is opened later is not meant by it.
        onChanged: {
            if (counting.state !== Counting.Closed || root.waiting.length === 0)
                return;
            root.waiting = [];
            counting.sounded("refused");
        }
        onSaved: sync.noteSaved()
        onSounded: key => {
            sounds.play(key);
            touch.play(key);
        }
        onHappened: what => undoBar.show(what, false)
    }
    LiveCamera {
        id: camera
        choice: root.settings.camera
        active: root.isOpen && root.visible
    }
    MySheets {
        id: sheets
        session: root.session
    }
    SyncState {
        id: sync
        session: root.session
        onSynced: {
            counting.refresh();
            if (!root.isOpen)
                sheets.refresh();
        }
    }
    VerdictTouch {
        id: touch
    }
    VerdictSounds {
        id: sounds
        enabled: root.settings.sound
    }
    WedgeListener {
        window: root.Window.window
        enabled: root.visible
        onScanned: code => root.take(code)
        onDigitTyped: digit => {
            if (counting.inRoom && !root.isTyping)
                counting.pressDigit(digit);
        }
    }

    SerialScanner {
        id: serial
        port: root.settings.serialPort
        speed: root.settings.serialSpeed
        enabled: root.visible
        onScanned: code => root.take(code)
    }

    Shortcut {
        sequences: ["Ctrl+Z"]
        enabled: root.visible && root.isOpen && !root.isTyping
        onActivated: counting.undo()
    }
    Shortcut {
        sequences: ["F2"]
        enabled: root.visible && root.isOpen
        onActivated: manualDialog.open()
    }
    Shortcut {
        sequences: ["F3"]
        enabled: root.visible && counting.inRoom
        onActivated: surplusDialog.begin(counting.told.key === "unknown" ? counting.told.code : "")
    }
    Shortcut {
        sequences: ["F4"]
        enabled: root.visible && counting.inRoom
        onActivated: counting.leaveRoom()
    }
    Shortcut {
        sequences: ["F5"]
        enabled: root.visible
        onActivated: sync.syncNow()
    }
    Shortcut {
        sequences: ["F6"]
        enabled: root.visible && counting.inRoom
        onActivated: counting.addPhoto()
    }
    Shortcut {
        sequences: ["F7"]
        enabled: root.visible && counting.inRoom
        onActivated: noteDialog.open()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        SyncLine {
            sync: sync
            Layout.fillWidth: true
        }
        ProblemBanner {
            objectName: "serialProblem"
            problem: serial.problem
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.gap : 0
        }
        SheetsPage {
            visible: !root.isOpen
            sheets: sheets
            problem: counting.problem
            opening: counting.state === Counting.Opening
            Layout.fillWidth: true
            Layout.fillHeight: true
            onChosen: (task, unit) => counting.open(task, unit)
            onProblemDismissed: counting.forgetProblem()
        }
        RowLayout {
            visible: root.isOpen
            spacing: 0
            Layout.fillWidth: true
            Layout.fillHeight: true

            RoomsPage {
                visible: root.isExpanded || !counting.inRoom
                counting: counting
                camera: camera
                showsCamera: !root.isExpanded
                Layout.fillWidth: !root.isExpanded
                Layout.preferredWidth: root.isExpanded ? 380 : -1
                Layout.fillHeight: true
                onBackRequested: {
                    counting.close();
                    sheets.refresh();
                }
                onTypeRequested: manualDialog.open()
            }
            Rectangle {
                visible: root.isExpanded
                color: Theme.outline
                Layout.preferredWidth: Theme.outlineWidth
                Layout.fillHeight: true
            }
            RoomPage {
                visible: root.isExpanded || counting.inRoom
                counting: counting
                camera: camera
                isCompact: root.isCompact
                canGoBack: !root.isExpanded
                Layout.fillWidth: true
                Layout.fillHeight: true
                onTypeRequested: manualDialog.open()
                onSurplusRequested: code => surplusDialog.begin(code)
                onNoteRequested: noteDialog.open()
                onUsersRequested: root.openUsers()
            }
        }
    }
    UndoBar {
        id: undoBar
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gapHuge + Theme.touchTarget
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, parent.width - 2 * Theme.gapLarge)
        stay: 3000
    }
    ManualEntryDialog {
        id: manualDialog
        objectName: "manualDialog"
        counting: counting
    }
    SurplusDialog {
        id: surplusDialog
        objectName: "surplusDialog"
        counting: counting
        camera: camera
    }
    NoteDialog {
        id: noteDialog
        objectName: "noteDialog"
        counting: counting
    }
    UserDialog {
        id: userDialog
        objectName: "userDialog"
        counting: counting
    }
}
