import QtQuick
import QtQuick.Layouts
import Guanwu.Campaign
import Guanwu.Controls
import Guanwu.Theme

// What a new campaign is made of.
ConfirmDialog {
    id: root

    required property CampaignDesk desk
    property var units: [] // chosen before; none = all of the inventory
    property bool chosenOnly: false

    function begin(chosen: var) {
        units = chosen;
        chosenOnly = chosen.length > 0;
        no.text = desk.usualTaskNo();
        base.text = desk.usualBaseDate();
        problem = "";
        open();
        name.focusField();
    }

    title: qsTr("New campaign")
    message: qsTr("It is made as a draft: nobody sees it in a unit before it is issued.")
    confirmText: qsTr("Make the campaign")
    canConfirm: no.text !== "" && name.text.trim() !== "" && desk.problemOfTask(no.text) === "" && desk.problemOfDate(base.text) === "" && !desk.busy
    wanted: 560
    onConfirmed: {
        desk.create(no.text.trim(), name.text.trim(), base.text, chosenOnly ? units : []);
        close();
    }

    TextEntry {
        id: no
        label: qsTr("Number")
        problem: root.desk.problemOfTask(text)
        Layout.fillWidth: true
    }
    TextEntry {
        id: name
        objectName: "campaignName"
        label: qsTr("Name")
        Layout.fillWidth: true
    }
    TextEntry {
        id: base
        label: qsTr("Base date: the books are taken at the end of this day")
        problem: text === "" ? "" : root.desk.problemOfDate(text)
        Layout.fillWidth: true
    }
    ChoiceChips {
        choices: [
            {
                value: false,
                text: qsTr("All units of the inventory")
            },
            {
                value: true,
                text: qsTr("The %1 ticked units").arg(root.units.length)
            }
        ].slice(0, root.units.length > 0 ? 2 : 1)
        chosen: root.chosenOnly
        Layout.fillWidth: true
        onPicked: value => root.chosenOnly = value
    }
}
