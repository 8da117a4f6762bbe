import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Registry
import Guanwu.Theme

// Tags as a PDF: on which paper, and where the file goes.
ConfirmDialog {
    id: root

    required property var calls
    property list<string> assets
    property string design: "a4"

    function ask(numbers: list<string>) {
        assets = numbers;
        printing.forget();
        open();
    }

    title: qsTr("Print tags: %1").arg(assets.length)
    confirmText: printing.busy ? qsTr("Drawing…") : qsTr("Make the PDF")
    canConfirm: !printing.busy && assets.length > 0
    problem: printing.problem
    onConfirmed: target.ask(assets.length === 1 ? qsTr("Tag %1").arg(assets[0]) : qsTr("%1 tags from %2 on").arg(assets.length).arg(assets[0]))

    TagPrint {
        id: printing
        calls: root.calls
        onSaved: file => {
            root.close();
            Qt.openUrlExternally(file);
        }
    }
    ChoiceChips {
        choices: [
            {
                value: "a4",
                text: qsTr("A4 sheet")
            },
            {
                value: "60x40",
                text: qsTr("60 × 40 mm roll")
            },
            {
                value: "70x30",
                text: qsTr("70 × 30 mm roll")
            }
        ]
        chosen: root.design
        Layout.fillWidth: true
        onPicked: value => root.design = value
    }
    PlainText {
        text: qsTr("The file is opened once it is saved; print it at its full size.")
        muted: true
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    SaveDialog {
        id: target
        defaultSuffix: "pdf"
        nameFilters: [qsTr("PDF (*.pdf)")]
        onAccepted: printing.make(root.assets, root.design, selectedFile)
    }
}
