import QtQuick
import Guanwu.Forms
import Guanwu.Premises
import Guanwu.Session

// Which papers there are of a building, and the filing of what cannot be registered.
FormDialog {
    id: root

    required property ClientSession session
    property string building
    property string name

    function ask(of: var) {
        building = of.building;
        name = of.name;
        papers.spec = [];
        papers.spec = [
            {
                token: "situation",
                label: qsTr("Starting situation"),
                editing: "choice",
                choices: SpaceNames.startSituations,
                value: of.situation || ""
            },
            {
                token: "filing_no",
                label: qsTr("Number of the filing"),
                value: of.filing_no || ""
            },
            {
                token: "filed_m2",
                label: qsTr("Area filed"),
                editing: "area",
                value: of.filed_m2 || ""
            },
            {
                token: "filed_on",
                label: qsTr("Filed on"),
                editing: "date"
            }
        ];
        open();
    }

    objectName: "papersDialog"
    title: qsTr("Papers of %1").arg(name)
    message: qsTr("What cannot be registered is filed, with number and area; it is told apart from what is registered.")
    confirmText: qsTr("Note it")
    calls: session.calls
    fields: AskedFields {
        id: papers
    }
    onFilled: call.send("POST", ["title-buildings", building, "papers"], papers.filled())
}
