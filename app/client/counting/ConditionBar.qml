import QtQuick
import Guanwu.Counting
import Guanwu.Theme

// The condition and the user of what was told last: one tap or one key each.
ListView {
    id: root

    required property Counting counting
    readonly property bool canAdd: counting.told.event !== ""

    signal moreUsersRequested

    implicitHeight: Theme.touchTarget + Theme.gap
    orientation: ListView.Horizontal
    spacing: Theme.gapSmall
    clip: true
    enabled: canAdd
    opacity: canAdd ? 1 : 0.5
    cacheBuffer: 2000 // a few keys: all of them are there
    model: counting.details

    delegate: ChoiceKey {
        id: key

        required property var modelData

        height: Theme.touchTarget
        y: Theme.gapSmall
        text: modelData.text
        digit: modelData.digit
        iconName: modelData.isUser ? "user" : ""
        chosen: modelData.value !== "" && modelData.value === (modelData.isUser ? root.counting.told.user : root.counting.told.condition) // qmllint disable unqualified
        onClicked: modelData.digit === 0 ? root.moreUsersRequested() : root.counting.pressDigit(modelData.digit) // qmllint disable unqualified
    }
}
