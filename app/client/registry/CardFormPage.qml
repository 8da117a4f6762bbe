import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Registry
import Guanwu.Session
import Guanwu.Theme

// A card being entered, copied or changed.
Rectangle {
    id: root

    required property ClientSession session
    required property string mode // new, copy, change
    property string number
    readonly property alias form: form
    property bool showsAll: mode !== "new"

    signal backRequested
    signal saved(string number)

    function reveal(item: Item) {
        if (!item || !form.isReady)
            return;
        const y = item.mapToItem(column, 0, 0).y;
        if (y < 0 || y > column.height)
            return;
        if (y - 40 < flick.contentY)
            flick.contentY = Math.max(0, y - 40);
        else if (y + item.height + 60 > flick.contentY + flick.height)
            flick.contentY = y + item.height + 60 - flick.height;
    }

    color: Theme.page
    onActiveFocusChanged: reveal(Window.activeFocusItem)
    Component.onCompleted: mode === "new" ? form.startNew() : mode === "copy" ? form.startCopy(number) : form.startChange(number)

    CardForm {
        id: form
        calls: root.session.calls
        ownUnit: root.session.unit
        onSaved: number => root.saved(number)
    }
    Connections {
        target: root.Window.window
        function onActiveFocusItemChanged() {
            root.reveal(root.Window.activeFocusItem);
        }
    }
    Shortcut {
        sequences: ["Ctrl+S"]
        onActivated: form.save(reason.text)
    }
    PageHeader {
        id: header
        width: parent.width
        z: 1
        title: root.mode === "change" ? qsTr("Change %1").arg(root.number) : root.mode === "copy" ? qsTr("Copy of %1").arg(root.number) : qsTr("New card")
        subtitle: form.isNew ? qsTr("The registry gives the number.") : qsTr("Fields changed: %1").arg(form.changes)
        canGoBack: true
        onBackRequested: form.changes > 0 && !form.isNew || form.isNew && form.fields.value("name") !== "" ? leave.open() : root.backRequested()
    }
    Flickable {
        id: flick
        objectName: "form"
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

            ConflictPanel {
                width: parent.width
                visible: form.conflicts.length > 0
                conflicts: form.conflicts
                onChosen: (token, mine) => form.choose(token, mine)
            }
            Repeater {
                model: form.isReady ? [qsTranslate("FieldLook", "What it is"), qsTranslate("FieldLook", "Classification"), qsTranslate("FieldLook", "Value and acquisition"), qsTranslate("FieldLook", "Custody and place"), qsTranslate("FieldLook", "Use"), qsTranslate("FieldLook", "Vehicle"), qsTranslate("FieldLook", "Land and building")] : []

                Panel {
                    id: group

                    required property string modelData
                    required property int index
                    property int fields: 0 // that are shown; asking what is visible would ask this panel as well

                    objectName: "group-" + index
                    width: column.width // qmllint disable unqualified
                    visible: fields > 0

                    Column {
                        width: parent.width
                        spacing: Theme.gapLarge

                        PlainText {
                            text: group.modelData
                            font.weight: Font.DemiBold
                            Accessible.role: Accessible.Heading
                            Accessible.name: text
                        }
                        Grid {
                            id: grid
                            width: parent.width
                            columns: width > 560 ? 2 : 1
                            columnSpacing: Theme.gapHuge
                            rowSpacing: Theme.gapLarge

                            Repeater {
                                model: form.fields // qmllint disable unqualified

                                Loader {
                                    id: slot

                                    required property var model
                                    property bool isCounted: active

                                    onIsCountedChanged: group.fields += isCounted ? 1 : -1 // qmllint disable unqualified
                                    Component.onDestruction: group.fields -= isCounted ? 1 : 0 // qmllint disable unqualified
                                    active: model.group === group.modelData && (root.showsAll || model.isRequired || model.isChanged) // qmllint disable unqualified
                                    visible: active
                                    width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns // qmllint disable unqualified
                                    sourceComponent: Column {
                                        spacing: Theme.gap

                                        FieldEditor {
                                            width: parent.width
                                            calls: root.session.calls // qmllint disable unqualified
                                            token: slot.model.token // qmllint disable unqualified
                                            label: slot.model.label // qmllint disable unqualified
                                            editing: slot.model.editing // qmllint disable unqualified
                                            value: slot.model.value // qmllint disable unqualified
                                            shown: slot.model.shown // qmllint disable unqualified
                                            problem: slot.model.problem // qmllint disable unqualified
                                            isLocked: slot.model.isLocked // qmllint disable unqualified
                                            isChanged: slot.model.isChanged && !form.isNew // qmllint disable unqualified
                                            isRequired: slot.model.isRequired // qmllint disable unqualified
                                            choices: slot.model.choices // qmllint disable unqualified
                                            unit: form.unit // qmllint disable unqualified
                                            onEdited: (value, shown) => form.set(slot.model.token, value, shown) // qmllint disable unqualified
                                        }
                                        // The name often says what it is.
                                        Column {
                                            visible: slot.model.token === "class_code" && form.classSuggestions.length > 0 // qmllint disable unqualified
                                            width: parent.width
                                            spacing: Theme.gapSmall

                                            PlainText {
                                                text: qsTr("From its name it may be:")
                                                muted: true
                                                font.pixelSize: Theme.captionSize
                                            }
                                            ChoiceChips {
                                                objectName: "classSuggestions"
                                                width: parent.width
                                                choices: form.classSuggestions // qmllint disable unqualified
                                                chosen: ""
                                                onPicked: value => form.set("class_code", value, form.classSuggestions.find(one => one.value === value).name) // qmllint disable unqualified
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            ActionButton {
                objectName: "allFields"
                visible: !root.showsAll && form.isReady
                text: qsTr("All fields")
                iconName: "down"
                onClicked: root.showsAll = true
            }
            PlainText {
                visible: root.mode === "change" && form.isReady
                width: parent.width
                text: qsTr("Grey fields move values or duties: a document changes those.")
                muted: true
                wrapMode: Text.Wrap
                font.pixelSize: Theme.captionSize
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
                problem: form.problem
                Layout.fillWidth: true
            }
            RowLayout {
                spacing: Theme.gap
                Layout.fillWidth: true

                TextEntry {
                    id: reason
                    objectName: "reason"
                    hint: qsTr("Why (stands in the history)")
                    Layout.fillWidth: true
                    onAccepted: save.clicked()
                }
                ActionButton {
                    id: save
                    objectName: "save"
                    kind: ActionButton.Primary
                    text: form.busy ? qsTr("Saving…") : qsTr("Save")
                    enabled: form.isReady && !form.busy && (form.isNew || form.changes > 0)
                    onClicked: form.save(reason.text)
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
