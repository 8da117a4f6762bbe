import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Review
import Guanwu.Theme

// The bureau's recount of a random sample: drawn by the server, walked line by line with one key each, and
// what it proves so far as one sentence.
Item {
    id: root

    required property SheetView sheet
    required property bool mayRecount
    required property bool isCompact

    readonly property bool hasKeys: visible && desk.hasSample && mayRecount && !drawing.visible && !note.field.activeFocus

    RecountDesk {
        id: desk
        sheet: root.sheet
        onCurrentChanged: {
            note.text = "";
        }
    }

    Shortcut {
        enabled: root.hasKeys
        sequences: ["1"]
        onActivated: desk.answer("agrees", note.text)
    }
    Shortcut {
        enabled: root.hasKeys
        sequences: ["2"]
        onActivated: desk.answer("wrong_result", note.text)
    }
    Shortcut {
        enabled: root.hasKeys
        sequences: ["3"]
        onActivated: desk.answer("not_found", note.text)
    }
    Shortcut {
        enabled: root.hasKeys
        sequences: ["J", "Down"]
        onActivated: desk.current = desk.current + 1
    }
    Shortcut {
        enabled: root.hasKeys
        sequences: ["K", "Up"]
        onActivated: desk.current = desk.current - 1
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: root.isCompact ? Theme.gap : Theme.gapLarge
        spacing: Theme.gapLarge

        ProblemBanner {
            problem: desk.problem
            canDismiss: true
            Layout.fillWidth: true
            onDismissed: desk.forgetProblem()
        }
        EmptyState {
            visible: desk.loaded && !desk.hasSample
            iconName: "dice"
            title: root.sheet.isRecountable ? qsTr("No sample has been drawn") : qsTr("A sample can be drawn once the unit has signed")
            hint: qsTr("The server draws lines by chance. The fewer of them turn out wrong, the fewer can be wrong on the whole sheet.")
            actionText: root.mayRecount && root.sheet.isRecountable ? qsTr("Draw a sample…") : ""
            Layout.fillWidth: true
            Layout.fillHeight: true
            onActionRequested: drawing.open()
        }
        Panel {
            visible: desk.hasSample
            Layout.fillWidth: true

            ColumnLayout {
                width: parent.width
                spacing: Theme.gap

                PlainText {
                    objectName: "bound"
                    text: desk.bound
                    font.pixelSize: root.isCompact ? Theme.bodySize : Theme.titleSize
                    font.weight: Font.DemiBold
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                PlainText {
                    visible: desk.boundHint !== ""
                    text: desk.boundHint
                    muted: true
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                Meter {
                    value: desk.size > 0 ? desk.answered / desk.size : 0
                    figures: qsTr("%1 of %2 looked at, %3 wrong").arg(desk.answered).arg(desk.size).arg(desk.wrong)
                    label: desk.complete ? qsTr("Complete") : qsTr("Under way")
                    Layout.fillWidth: true
                }
                PlainText {
                    text: desk.origin
                    muted: true
                    font.pixelSize: Theme.captionSize
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                ActionButton {
                    visible: desk.complete && root.mayRecount && root.sheet.isRecountable
                    text: qsTr("Draw another sample…")
                    iconName: "dice"
                    onClicked: drawing.open()
                }
            }
        }
        ListView {
            id: list
            objectName: "sample"
            visible: desk.hasSample
            clip: true
            focus: true
            model: desk
            currentIndex: desk.current
            highlightMoveDuration: Theme.quick
            boundsBehavior: Flickable.StopAtBounds
            Layout.fillWidth: true
            Layout.fillHeight: true

            delegate: ListRow {
                id: row

                required property int index
                required property string asset
                required property string name
                required property string place
                required property string result
                required property string outcomeWord
                required property string outcomeIcon
                required property string outcomeTone

                width: ListView.view.width
                title: name
                subtitle: Array.from([place, asset, result]).filter(text => text !== "").join(" · ")
                iconName: outcomeIcon
                tone: Theme.named(outcomeTone)
                isCurrent: index === desk.current // qmllint disable unqualified
                onClicked: desk.current = index // qmllint disable unqualified

                PlainText {
                    text: row.outcomeWord
                    color: Theme.named(row.outcomeTone)
                    font.pixelSize: Theme.captionSize
                }
            }
        }
        GridLayout {
            visible: desk.hasSample && root.mayRecount && root.sheet.isRecountable
            columns: root.isCompact ? 1 : 2
            rowSpacing: Theme.gap
            columnSpacing: Theme.gapLarge
            Layout.fillWidth: true

            TextEntry {
                id: note
                hint: qsTr("Note on this line")
                iconName: "note"
                Layout.fillWidth: true
            }
            Row {
                spacing: Theme.gap

                Repeater {
                    model: desk.outcomes

                    ActionButton {
                        required property var modelData

                        objectName: "outcome-" + modelData.value
                        text: root.isCompact ? modelData.text : qsTr("%1 (%2)").arg(modelData.text).arg(modelData.key) // qmllint disable unqualified
                        iconName: root.isCompact ? "" : modelData.icon // qmllint disable unqualified
                        leftPadding: Theme.gap
                        rightPadding: Theme.gap
                        onClicked: desk.answer(modelData.value, note.text) // qmllint disable unqualified
                    }
                }
            }
        }
    }

    ConfirmDialog {
        id: drawing
        objectName: "drawing"

        property int wrong: 5
        property bool bySize: false

        title: qsTr("Draw a random sample")
        message: qsTr("Once drawn, a sample has to be looked at whole before another can be drawn.")
        confirmText: qsTr("Draw")
        canConfirm: !bySize || parseInt(size.text) > 0
        onConfirmed: {
            if (bySize)
                desk.drawSize(parseInt(size.text));
            else
                desk.drawBound(wrong, 95);
            close();
        }

        ChoiceChips {
            choices: [
                {
                    value: 2,
                    text: qsTr("Prove: at most 2 % wrong")
                },
                {
                    value: 5,
                    text: qsTr("Prove: at most 5 % wrong")
                },
                {
                    value: 10,
                    text: qsTr("Prove: at most 10 % wrong")
                },
                {
                    value: 0,
                    text: qsTr("So many lines")
                }
            ]
            chosen: drawing.bySize ? 0 : drawing.wrong
            Layout.fillWidth: true
            onPicked: value => {
                drawing.bySize = value === 0;
                if (value !== 0)
                    drawing.wrong = value;
            }
        }
        TextEntry {
            id: size
            visible: drawing.bySize
            label: qsTr("Lines in the sample")
            inputMethodHints: Qt.ImhDigitsOnly
            text: "30"
            Layout.fillWidth: true
        }
        PlainText {
            visible: !drawing.bySize
            text: qsTr("With 95 % confidence, if no line of the sample turns out wrong. The server reckons how many lines that takes.")
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
    }
}
