import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Theme

// A table over a paged list of the API; in compact form the same as a list of two lines a row. It has as many
// rows as fit the window, each shows whatever record stands there now: a million records cost what a hundred
// do, and no coordinate grows so large that a float loses its pixels.
FocusScope {
    id: root

    required property PagedRecords records
    required property RecordColumns columns
    required property RecordSelection selection
    property bool isCompact: false
    property bool canPick: true // rows can be picked: where something is done with many
    property string titleKey // of the two lines: the first, what stands at its end, and the second
    property string noteKey
    property list<string> subtitleKeys
    property string emptyTitle: qsTr("Nothing found")
    property string emptyHint
    property string currentId

    property int currentRow: -1
    readonly property int rowHeight: isCompact ? Math.round(64 * Theme.typeScale) : Math.max(Theme.touchTarget, Math.round(40 * Theme.typeScale))
    readonly property int markWidth: canPick ? Theme.touchTarget : Theme.gap
    readonly property int first: Math.floor(flick.contentY / rowHeight)
    readonly property int slots: Math.ceil(flick.height / rowHeight) + 1
    readonly property int perPage: Math.max(1, Math.floor(flick.height / rowHeight) - 1)

    signal opened(string id)

    function go(row: int, extend: bool) {
        const to = Math.max(0, Math.min(records.count - 1, row));
        if (records.count === 0)
            return;
        if (extend && canPick) {
            if (selection.count === 0 && currentRow >= 0)
                selection.toggle(currentRow);
            selection.extendTo(to);
        }
        currentRow = to;
        if (to * rowHeight < flick.contentY)
            flick.contentY = to * rowHeight;
        else if ((to + 1) * rowHeight > flick.contentY + flick.height)
            flick.contentY = (to + 1) * rowHeight - flick.height;
    }
    function open(row: int) {
        const id = records.idOf(row);
        if (id !== "")
            opened(id);
    }
    function pick(row: int, modifiers: int) {
        if (!canPick)
            return;
        currentRow = row;
        if (modifiers & Qt.ShiftModifier)
            selection.extendTo(row);
        else
            selection.toggle(row);
    }

    activeFocusOnTab: true
    onActiveFocusChanged: {
        if (activeFocus && currentRow < 0 && records.count > 0)
            currentRow = first; // somebody who came by keys sees where he is
    }
    onFirstChanged: records.look(first, first + slots)
    onSlotsChanged: records.look(first, first + slots)
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("%1 rows").arg(records.countText)

    Keys.onUpPressed: event => go(currentRow - 1, event.modifiers & Qt.ShiftModifier)
    Keys.onDownPressed: event => go(currentRow + 1, event.modifiers & Qt.ShiftModifier)
    Keys.onReturnPressed: open(currentRow)
    Keys.onEnterPressed: open(currentRow)
    Keys.onSpacePressed: pick(currentRow, 0)
    Keys.onEscapePressed: event => {
        event.accepted = selection.count > 0;
        selection.clear();
    }
    Keys.onPressed: event => {
        const extend = event.modifiers & Qt.ShiftModifier;
        event.accepted = true;
        if (event.key === Qt.Key_Home)
            go(0, extend);
        else if (event.key === Qt.Key_End)
            go(records.count - 1, extend);
        else if (event.key === Qt.Key_PageUp)
            go(currentRow - perPage, extend);
        else if (event.key === Qt.Key_PageDown)
            go(currentRow + perPage, extend);
        else if (canPick && event.key === Qt.Key_A && event.modifiers & Qt.ControlModifier)
            selection.pickAll();
        else
            event.accepted = false;
    }

    Connections {
        target: root.records

        function onRestarted() {
            flick.contentY = 0;
            root.currentRow = -1;
            root.records.look(0, root.slots);
        }
    }
    RecordHeader {
        id: head
        visible: !root.isCompact
        width: parent.width
        height: visible ? implicitHeight : 0
        z: 1
        records: root.records
        columns: root.columns
        selection: root.selection
        offset: flick.contentX
        markWidth: root.markWidth
    }
    Flickable {
        id: flick
        objectName: "rows"
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        focus: true
        contentWidth: root.isCompact ? width : Math.max(width, root.markWidth + root.columns.totalWidth * Theme.typeScale + Theme.gapLarge)
        contentHeight: root.records.count * root.rowHeight
        boundsBehavior: Flickable.StopAtBounds
        flickDeceleration: 4000
        maximumFlickVelocity: 12000
        T.ScrollBar.vertical: ThinScrollBar {}
        T.ScrollBar.horizontal: ThinScrollBar {}

        Item {
            y: flick.contentY
            width: flick.contentWidth
            height: flick.height

            Item {
                y: root.first * root.rowHeight - flick.contentY
                width: parent.width

                Repeater {
                    model: root.slots

                    RecordRow {
                        id: line

                        required property int index

                        objectName: "row-" + row
                        row: root.first + (index - root.first % root.slots + root.slots) % root.slots // qmllint disable unqualified
                        y: (row - root.first) * root.rowHeight // qmllint disable unqualified
                        width: parent.width
                        height: root.rowHeight // qmllint disable unqualified
                        records: root.records // qmllint disable unqualified
                        columns: root.columns // qmllint disable unqualified
                        selection: root.selection // qmllint disable unqualified
                        isCurrent: row === root.currentRow && root.activeFocus || root.currentId !== "" && root.records.revision >= 0 && root.records.idOf(row) === root.currentId // qmllint disable unqualified
                        isCompact: root.isCompact // qmllint disable unqualified
                        markWidth: root.markWidth // qmllint disable unqualified
                        titleKey: root.titleKey // qmllint disable unqualified
                        noteKey: root.noteKey // qmllint disable unqualified
                        subtitleKeys: root.subtitleKeys // qmllint disable unqualified
                        onTapped: modifiers => {
                            root.forceActiveFocus(); // qmllint disable unqualified
                            if (modifiers & (Qt.ShiftModifier | Qt.ControlModifier)) {
                                root.pick(line.row, modifiers); // qmllint disable unqualified
                            } else {
                                root.currentRow = line.row; // qmllint disable unqualified
                                if (root.isCompact && root.selection.count > 0) // qmllint disable unqualified
                                    root.pick(line.row, 0); // qmllint disable unqualified
                                else
                                    root.open(line.row); // qmllint disable unqualified
                            }
                        }
                        onPicked: modifiers => root.pick(line.row, modifiers) // qmllint disable unqualified
                    }
                }
            }
        }
    }
    EmptyState {
        anchors.fill: flick
        visible: root.records.count === 0 && root.records.isAnswered && !root.records.busy && root.records.problem === ""
        iconName: "search"
        title: root.emptyTitle
        hint: root.emptyHint
    }
    // A long list is read whole for an order that the API does not have.
    Rectangle {
        visible: root.records.isSorting && root.records.sortedSoFar > 0
        anchors.bottom: flick.bottom
        width: parent.width
        height: Theme.touchTarget + Theme.gap
        z: 1
        color: Theme.raised

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.gapLarge
            anchors.rightMargin: Theme.gap
            spacing: Theme.gap

            PlainText {
                objectName: "sortedSoFar"
                text: qsTr("Reading all rows to sort them: %1 so far…").arg(root.records.sortedSoFar.toLocaleString(Qt.locale("en"), "f", 0))
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            ActionButton {
                objectName: "stopSorting"
                text: qsTr("Cancel")
                onClicked: root.records.stopSorting()
            }
        }
        Rectangle {
            width: parent.width
            height: Theme.outlineWidth
            color: Theme.outline
        }
    }
    Rectangle {
        visible: root.records.busy && !root.records.isAnswered
        anchors.top: flick.top
        width: parent.width
        height: 3
        color: Theme.sunken

        Rectangle {
            width: parent.width / 4
            height: parent.height
            color: Theme.accent

            XAnimator on x {
                running: root.records.busy && !root.records.isAnswered
                loops: Animation.Infinite
                from: 0
                to: root.width * 0.75
                duration: 900
                easing.type: Easing.InOutQuad
            }
        }
    }
}
