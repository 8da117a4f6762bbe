import QtQuick
import Guanwu.Controls
import Guanwu.Theme

// One of a few in a single row that is drawn to the side where it is too long. What is chosen is always in sight.
Flickable {
    id: root

    property alias choices: chips.choices
    property alias chosen: chips.chosen
    property int inset: Theme.gap

    signal picked(var value)

    function showChosen() {
        const chip = chips.chosenChip();
        if (chip)
            contentX = Math.max(0, Math.min(contentWidth - width, Math.max(chip.x + chip.width + 2 * inset - width, Math.min(contentX, chip.x))));
    }

    contentWidth: chips.implicitWidth + 2 * inset
    implicitHeight: Theme.touchTarget + Theme.gap
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    onWidthChanged: soon.restart()
    onContentWidthChanged: soon.restart()

    // When everything has its place.
    Timer {
        id: soon
        interval: 0
        onTriggered: root.showChosen()
    }
    ChoiceChips {
        id: chips
        x: root.inset
        y: (root.height - height) / 2
        onChosenChanged: soon.restart()
        onPicked: value => root.picked(value)
    }
}
