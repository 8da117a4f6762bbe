import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Files
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
        printing.askDesigns();
        printing.look(numbers.length > 0 ? numbers[0] : "", design);
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
        choices: printing.designs
        chosen: root.design
        Layout.fillWidth: true
        onPicked: value => {
            root.design = value;
            printing.look(root.assets.length > 0 ? root.assets[0] : "", value);
        }
    }
    Image {
        objectName: "labelPreview"
        source: printing.preview
        fillMode: Image.PreserveAspectFit
        smooth: true
        visible: printing.preview !== ""
        Layout.fillWidth: true
        Layout.preferredHeight: 160
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
