import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Forms

// One thing that is done with a document, with what it asks for.
FormDialog {
    id: root

    required property DocumentMoveForm form

    function begin(action: string) {
        form.begin(action);
        open();
    }

    objectName: "moveDialog"
    title: form.title
    message: form.message
    confirmText: form.title
    isDangerous: form.isDangerous
    fields: form.fields
    call: form.call
    unit: form.view ? form.view.unit : ""
    onFilled: form.send()
}
