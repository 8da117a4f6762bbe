import QtQuick
import Guanwu.Books
import Guanwu.Forms

// The reason of a difference, of all of it or of a part.
FormDialog {
    id: root

    property var rest: ({}) // { side, sideName, class, account, amount, amountText }

    signal filledIn(var body)

    function begin(rest: var) {
        root.rest = rest;
        asked.clear();
        open();
    }
    function body(): var {
        const out = asked.filled();
        out.side = rest.side;
        out.account = rest.account;
        if (rest.class)
            out["class"] = rest.class;
        return out;
    }

    objectName: "explainDialog"
    title: qsTr("Reason of the difference")
    message: qsTr("%1 %2. Of several reasons each takes its part.").arg(rest.sideName || "").arg(rest.amountText || "")
    confirmText: qsTr("Enter")
    fields: AskedFields {
        id: asked
        spec: [
            {
                token: "amount",
                label: root.rest.side === "c-e" ? qsTr("Square metres") : qsTr("Amount"),
                editing: "money",
                value: root.rest.amount || "",
                isRequired: true
            },
            {
                token: "reason",
                label: qsTr("Reason"),
                editing: "choice",
                choices: BooksNames.reasons,
                isRequired: true
            },
            {
                token: "asset_no",
                label: qsTr("Card")
            },
            {
                token: "note",
                label: qsTr("Explanation, needed for other reasons"),
                editing: "long"
            },
            {
                token: "adjustment_no",
                label: qsTr("Adjustment slip")
            },
            {
                token: "done_on",
                label: qsTr("Done on"),
                editing: "date"
            }
        ]
    }
    onFilled: filledIn(body())
}
