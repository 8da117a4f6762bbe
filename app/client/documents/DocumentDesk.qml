import QtQuick
import Guanwu.Documents
import Guanwu.Session

// One document being looked at or written, wherever it was begun: beside a list, from what lies idle, from what a
// person holds.
Item {
    id: root

    required property ClientSession session
    required property DocumentKinds kinds
    property string number
    property string mode // form = being written; routes = the rules for all; empty = looking
    property var start: ({}) // of a new one: { kind, method, values, assets, lineFacts }
    readonly property bool isOpen: number !== "" || mode !== ""

    signal changed
    signal closed

    function write(from: var) {
        mode = "";
        number = "";
        start = from;
        mode = "form";
    }
    function look(no: string) {
        mode = "";
        number = no;
    }
    function close() {
        if (mode !== "" && number !== "") {
            mode = "";
            return;
        }
        mode = "";
        number = "";
        closed();
    }

    Loader {
        anchors.fill: parent
        active: root.isOpen
        sourceComponent: root.mode === "" ? one : root.mode === "routes" ? rules : form
    }
    Component {
        id: one

        DocumentPage {
            session: root.session // qmllint disable unqualified
            kinds: root.kinds // qmllint disable unqualified
            number: root.number // qmllint disable unqualified
            onBackRequested: root.close() // qmllint disable unqualified
            onEditRequested: root.mode = "form" // qmllint disable unqualified
            onChanged: root.changed() // qmllint disable unqualified
            onWriteRequested: from => root.write(from) // qmllint disable unqualified
        }
    }
    Component {
        id: rules

        RoutesPage {
            session: root.session // qmllint disable unqualified
            kinds: root.kinds // qmllint disable unqualified
            onBackRequested: root.close() // qmllint disable unqualified
        }
    }
    Component {
        id: form

        DocumentFormPage {
            session: root.session // qmllint disable unqualified
            kinds: root.kinds // qmllint disable unqualified
            number: root.number // qmllint disable unqualified
            start: root.start // qmllint disable unqualified
            onBackRequested: root.close() // qmllint disable unqualified
            onSaved: number => {
                root.look(number);
                root.changed();
            }
        }
    }
}
