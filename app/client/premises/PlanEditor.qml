import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Files
import Guanwu.Premises
import Guanwu.Session
import Guanwu.Theme

// Marking the rooms of a floor on its plan. By finger or mouse: choose a room, drag a rectangle over it, draw corners,
// double-click an edge to bend it. By keys: Page Down to the next room, arrows move it, Shift with arrows sizes it, Delete
// takes it off, Ctrl+Z and Ctrl+Y, Ctrl+S saves.
FocusScope {
    id: root

    required property ClientSession session
    required property BuildingView view
    required property string floor
    required property bool isCompact
    property real zoom: 1
    property bool isMoving: false // a drag moves the sheet, not what is on it

    signal closed

    function leave() {
        if (marking.isChanged)
            leaving.open();
        else
            root.closed();
    }
    function zoomBy(by: real) {
        zoom = Math.max(0.5, Math.min(6, zoom * by));
    }

    Keys.onPressed: event => {
        const edges = (event.modifiers & Qt.ShiftModifier) !== 0;
        const isControl = (event.modifiers & Qt.ControlModifier) !== 0;
        if (event.key === Qt.Key_Left)
            marking.nudge(-1, 0, edges);
        else if (event.key === Qt.Key_Right)
            marking.nudge(1, 0, edges);
        else if (event.key === Qt.Key_Up)
            marking.nudge(0, -1, edges);
        else if (event.key === Qt.Key_Down)
            marking.nudge(0, 1, edges);
        else if (event.key === Qt.Key_PageDown)
            marking.step(1);
        else if (event.key === Qt.Key_PageUp)
            marking.step(-1);
        else if (event.key === Qt.Key_Delete || event.key === Qt.Key_Backspace)
            marking.erase();
        else if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
            root.zoomBy(1.3);
        else if (event.key === Qt.Key_Minus)
            root.zoomBy(1 / 1.3);
        else if (isControl && event.key === Qt.Key_Z && !edges)
            marking.undo();
        else if (isControl && (event.key === Qt.Key_Y || event.key === Qt.Key_Z))
            marking.redo();
        else if (isControl && event.key === Qt.Key_S)
            marking.save();
        else
            return;
        event.accepted = true;
    }

    PlanMarking {
        id: marking
        calls: root.session.calls
        view: root.view
        floor: root.floor
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.page
    }
    // What lies below is not to be tapped.
    MouseArea {
        anchors.fill: parent
        onWheel: wheel => wheel.accepted = true
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            title: marking.title
            subtitle: marking.summary
            canGoBack: true
            Layout.fillWidth: true
            onBackRequested: root.leave()

            ActionButton {
                objectName: "savePlan"
                visible: marking.hasPlan
                text: marking.busy ? qsTr("Saving…") : qsTr("Save")
                iconName: "check"
                kind: ActionButton.Primary
                enabled: marking.isChanged && !marking.busy
                onClicked: marking.save()
            }
        }
        ChipStrip {
            objectName: "planRooms"
            visible: marking.hasPlan
            inset: root.isCompact ? Theme.gap : Theme.gapLarge
            choices: marking.rooms
            chosen: marking.room
            Layout.fillWidth: true
            onPicked: value => {
                marking.choose(value);
                root.forceActiveFocus();
            }
        }
        Flow {
            visible: marking.hasPlan
            Layout.fillWidth: true
            Layout.leftMargin: root.isCompact ? Theme.gapSmall : Theme.gap
            Layout.rightMargin: root.isCompact ? Theme.gapSmall : Theme.gap

            IconButton {
                objectName: "undoMark"
                iconName: "undo"
                text: qsTr("Undo")
                enabled: marking.canUndo
                onClicked: marking.undo()
            }
            IconButton {
                objectName: "redoMark"
                iconName: "redo"
                text: qsTr("Redo")
                enabled: marking.canRedo
                onClicked: marking.redo()
            }
            IconButton {
                objectName: "eraseMark"
                iconName: "cross"
                text: qsTr("Take the mark of this room off")
                enabled: marking.isChosenMarked
                onClicked: marking.erase()
            }
            IconButton {
                objectName: "moveSheet"
                iconName: "move"
                checked: root.isMoving
                text: root.isMoving ? qsTr("Draw again") : qsTr("Move the sheet")
                onClicked: root.isMoving = !root.isMoving
            }
            IconButton {
                iconName: "minus"
                text: qsTr("Smaller")
                onClicked: root.zoomBy(1 / 1.3)
            }
            IconButton {
                iconName: "plus"
                text: qsTr("Larger")
                onClicked: root.zoomBy(1.3)
            }
            IconButton {
                iconName: "import"
                text: qsTr("Another drawing of this floor…")
                enabled: !marking.busy && !marking.isChanged
                onClicked: source.ask()
            }
            IconButton {
                iconName: "trash"
                text: qsTr("Remove the plan…")
                enabled: !marking.busy
                onClicked: removing.open()
            }
        }
        PlainText {
            objectName: "planHint"
            visible: marking.hasPlan
            text: root.isMoving ? qsTr("Drag to move the sheet.") : marking.spoken
            muted: true
            font.pixelSize: Theme.captionSize
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.leftMargin: root.isCompact ? Theme.gap : Theme.gapLarge
            Layout.rightMargin: root.isCompact ? Theme.gap : Theme.gapLarge
            Layout.bottomMargin: Theme.gap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        ProblemBanner {
            problem: marking.problem
            canDismiss: true
            Layout.fillWidth: true
            Layout.margins: visible ? Theme.gap : 0
            onDismissed: marking.dismiss()
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            EmptyState {
                anchors.fill: parent
                visible: !marking.hasPlan
                iconName: "photo"
                title: qsTr("This floor has no plan yet")
                hint: qsTr("Send its drawing as SVG or PNG, up to 10 MiB; then mark the rooms on it.")
                actionText: marking.busy ? "" : qsTr("Choose a file…")
                onActionRequested: source.ask()
            }
            Flickable {
                id: sheet

                readonly property real fitting: marking.sheetWidth > 0 ? Math.min((width - 2 * Theme.gapLarge) / marking.sheetWidth, (height - 2 * Theme.gapLarge) / marking.sheetHeight) : 1
                readonly property real scaling: fitting * root.zoom

                objectName: "planSheet"
                anchors.fill: parent
                visible: marking.hasPlan
                contentWidth: Math.max(width, canvas.width + 2 * Theme.gapLarge)
                contentHeight: Math.max(height, canvas.height + 2 * Theme.gapLarge)
                interactive: root.isMoving
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                T.ScrollBar.vertical: ThinScrollBar {}
                T.ScrollBar.horizontal: ThinScrollBar {}

                PlanCanvas {
                    id: canvas
                    objectName: "planCanvas"
                    x: Math.max(Theme.gapLarge, (sheet.width - width) / 2)
                    y: Theme.gapLarge
                    width: Math.round(marking.sheetWidth * sheet.scaling)
                    height: Math.round(marking.sheetHeight * sheet.scaling)
                    plan: marking
                    paper: Theme.surface
                    lines: Theme.text
                    mark: Theme.good
                    ring: Theme.focus
                    family: Theme.family
                    pixelSize: Theme.captionSize
                    Accessible.role: Accessible.Graphic
                    Accessible.name: marking.title
                    Accessible.description: marking.spoken

                    // A finger is broader than a corner.
                    MouseArea {
                        id: hand

                        readonly property real reach: Theme.touchTarget / 2 / sheet.scaling

                        anchors.fill: parent
                        anchors.margins: -Theme.gapLarge
                        enabled: !root.isMoving
                        preventStealing: true
                        cursorShape: Qt.CrossCursor
                        onPressed: mouse => {
                            root.forceActiveFocus();
                            marking.press((mouse.x - Theme.gapLarge) / sheet.scaling, (mouse.y - Theme.gapLarge) / sheet.scaling, reach);
                        }
                        onPositionChanged: mouse => marking.drag((mouse.x - Theme.gapLarge) / sheet.scaling, (mouse.y - Theme.gapLarge) / sheet.scaling)
                        onReleased: marking.release()
                        onCanceled: marking.release()
                        onDoubleClicked: mouse => marking.bend((mouse.x - Theme.gapLarge) / sheet.scaling, (mouse.y - Theme.gapLarge) / sheet.scaling, reach)
                    }
                }
            }
        }
    }
    ConfirmDialog {
        id: leaving
        objectName: "leavePlan"
        title: qsTr("Leave without saving?")
        message: qsTr("The marks that were drawn since the last save are lost.")
        confirmText: qsTr("Leave")
        isDangerous: true
        onConfirmed: {
            close();
            marking.discard();
            root.closed();
        }
    }
    ConfirmDialog {
        id: removing
        title: qsTr("Remove the plan of this floor?")
        message: qsTr("The drawing and all its marks are removed. The rooms stay registered and are drawn to area again.")
        confirmText: qsTr("Remove")
        isDangerous: true
        onConfirmed: {
            close();
            marking.removePlan();
        }
    }
    OpenDialog {
        id: source
        nameFilters: [qsTr("Floor plans (*.svg *.png *.jpg *.jpeg)")]
        onAccepted: marking.sendDrawing(selectedFile)
    }
}
