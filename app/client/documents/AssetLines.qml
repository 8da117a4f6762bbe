import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Forms
import Guanwu.Registry
import Guanwu.Theme

// The things a document is about, each with what is asked of it.
Column {
    id: root

    required property DocumentDraft draft
    required property var calls

    spacing: Theme.gapLarge

    Repeater {
        model: root.draft.lines

        Column {
            id: line

            required property int index
            required property var modelData

            width: root.width // qmllint disable unqualified
            spacing: Theme.gap

            RowLayout {
                width: parent.width
                spacing: Theme.gap

                ColumnLayout {
                    spacing: 2
                    Layout.fillWidth: true

                    PlainText {
                        text: qsTr("%1. %2").arg(line.index + 1).arg(line.modelData.title)
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                    PlainText {
                        text: line.modelData.subtitle
                        muted: true
                        font.pixelSize: Theme.captionSize
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
                IconButton {
                    objectName: "removeLine-" + line.index
                    iconName: "trash"
                    text: qsTr("Take the line out")
                    onClicked: root.draft.removeLine(line.index) // qmllint disable unqualified
                }
            }
            Loader {
                width: parent.width
                active: line.modelData.hasFields
                visible: active
                sourceComponent: AskedForm {
                    calls: root.calls // qmllint disable unqualified
                    fields: root.draft.lineFields(line.index) // qmllint disable unqualified
                }
            }
            Rectangle {
                width: parent.width
                height: Theme.outlineWidth
                color: Theme.outline
                opacity: 0.6
            }
        }
    }
    EmptyState {
        visible: root.draft.lines.length === 0
        width: parent.width
        iconName: "tag"
        title: qsTr("No line yet")
        hint: root.draft.isAboutAssets ? qsTr("Add the things that it is about.") : qsTr("Add what is needed: class, quantity, price.")
    }
    RowLayout {
        width: parent.width
        spacing: Theme.gap

        ActionButton {
            objectName: "addLine"
            text: root.draft.isAboutAssets ? qsTr("Add a thing…") : qsTr("Add what is needed…")
            iconName: "plus"
            onClicked: root.draft.isAboutAssets ? picker.open() : wish.begin()
        }
        Item {
            Layout.fillWidth: true
        }
        PlainText {
            visible: root.draft.lines.length > 0
            text: qsTr("Together %1 yuan").arg(root.draft.total)
            font.weight: Font.DemiBold
        }
    }
    ReferencePicker {
        id: picker
        title: qsTr("Which thing?")
        calls: root.calls
        kind: "asset"
        onChosen: value => root.draft.addAsset(value)
    }
    WishDialog {
        id: wish
        calls: root.calls
        onWished: what => root.draft.addWish(what)
    }
}
