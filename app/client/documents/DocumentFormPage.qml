import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Forms
import Guanwu.Session
import Guanwu.Theme

// A document being written. Saving makes a draft that the server checks; filing it is a step of its own.
Rectangle {
    id: root

    required property ClientSession session
    required property DocumentKinds kinds
    property string number // of a draft to go on with
    property var start: ({}) // of a new one: { kind, method, values, assets, lineFacts }
    readonly property alias draft: draft

    signal backRequested
    signal saved(string number)

    function begin() {
        if (number !== "")
            return draft.load(number);
        draft.begin(start.kind, start.method, session.unit);
        draft.prefill(start.values || {}, start.assets || [], start.lineFacts || {});
    }

    color: Theme.page
    Component.onCompleted: begin()

    DocumentDraft {
        id: draft
        calls: root.session.calls
        kinds: root.kinds
        onSaved: number => root.saved(number)
    }
    Shortcut {
        sequences: ["Ctrl+S"]
        onActivated: draft.save()
    }
    PageHeader {
        id: header
        width: parent.width
        z: 1
        title: draft.number !== "" ? qsTr("Change %1").arg(draft.number) : qsTr("New: %1").arg(root.kinds.methodName(draft.kind, draft.method))
        subtitle: DocumentNames.kindName(draft.kind)
        canGoBack: true
        onBackRequested: draft.number === "" && draft.lines.length > 0 ? leave.open() : root.backRequested()
    }
    Flickable {
        id: flick

        readonly property Item focused: Window.activeFocusItem

        // What has the focus is in sight.
        onFocusedChanged: {
            let above = focused;
            while (above && above !== column)
                above = above.parent;
            if (!above || !focused)
                return;
            const top = focused.mapToItem(column, 0, 0).y;
            contentY = Math.max(0, Math.min(top, Math.max(contentY, top + focused.height + 60 - height)));
        }
        objectName: "documentForm"
        anchors.top: header.bottom
        anchors.bottom: foot.top
        width: parent.width
        contentHeight: column.height + 2 * Theme.gapLarge
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ThinScrollBar {}

        Column {
            id: column
            x: Theme.gapLarge
            y: Theme.gapLarge
            width: Math.min(860, parent.width - 2 * Theme.gapLarge)
            spacing: Theme.gapLarge
            visible: draft.isReady

            SectionPanel {
                width: parent.width
                title: qsTr("What it is")

                AskedForm {
                    width: parent.width
                    calls: root.session.calls
                    fields: draft.head
                    unit: root.session.unit !== "" ? root.session.unit : draft.head.revision >= 0 ? draft.head.value("unit") : ""
                }
            }
            SectionPanel {
                visible: draft.facts.count > 0
                width: parent.width
                title: qsTr("What it says")

                AskedForm {
                    width: parent.width
                    calls: root.session.calls
                    fields: draft.facts
                    unit: root.session.unit !== "" ? root.session.unit : draft.head.revision >= 0 ? draft.head.value("unit") : ""
                }
            }
            SectionPanel {
                visible: !draft.writesOwnLines
                width: parent.width
                title: qsTr("Lines")

                AssetLines {
                    width: parent.width
                    draft: draft
                    calls: root.session.calls
                }
            }
            SectionPanel {
                visible: draft.writesOwnLines
                width: parent.width
                title: qsTr("Lines")
                note: qsTr("Everything that the person uses or keeps is put on it when it is saved, and again when it is filed.")
            }
        }
    }
    Rectangle {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: footColumn.implicitHeight + 2 * Theme.gap
        color: Theme.surface

        ColumnLayout {
            id: footColumn
            x: Theme.gapLarge
            y: Theme.gap
            width: Math.min(860, parent.width - 2 * Theme.gapLarge)
            spacing: Theme.gap

            ProblemBanner {
                problem: draft.problem
                canDismiss: true
                Layout.fillWidth: true
                onDismissed: draft.forgetProblem()
            }
            RowLayout {
                spacing: Theme.gap
                Layout.fillWidth: true

                PlainText {
                    text: qsTr("It is a draft until it is filed.")
                    muted: true
                    font.pixelSize: Theme.captionSize
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                ActionButton {
                    objectName: "saveDraft"
                    kind: ActionButton.Primary
                    text: draft.busy ? qsTr("Saving…") : qsTr("Save and check")
                    iconName: "check"
                    enabled: draft.isReady && !draft.busy
                    onClicked: draft.save()
                }
            }
        }
        Rectangle {
            width: parent.width
            height: Theme.outlineWidth
            color: Theme.outline
        }
    }
    ConfirmDialog {
        id: leave
        title: qsTr("Leave without saving?")
        message: qsTr("What was filled in is lost.")
        confirmText: qsTr("Leave")
        isDangerous: true
        onConfirmed: {
            close();
            root.backRequested();
        }
    }
}
