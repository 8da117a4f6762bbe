import QtQuick
import QtQuick.Layouts
import Guanwu.Camera
import Guanwu.Controls
import Guanwu.Theme

// What the camera sees, with every tag in it told apart. Without a camera it says so, and how else one scans.
Rectangle {
    id: root

    required property LiveCamera camera

    readonly property bool isLow: height < 260

    signal typeRequested

    color: camera.live ? "#000000" : Theme.sunken
    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: camera.live ? qsTr("Camera picture, %n tag(s) in view", "", camera.tags.count) : qsTr("No camera")

    CameraPicture {
        id: picture
        anchors.fill: parent
        visible: root.camera.live
        camera: root.camera
    }
    Repeater {
        model: root.camera.live ? root.camera.tags : null

        TagOutline {
            area: picture.pictureRect // qmllint disable unqualified
        }
    }
    IconButton {
        objectName: "torch"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        visible: root.camera.hasTorch
        iconName: "torch"
        checked: root.camera.torch
        tone: root.camera.torch ? Theme.accent : "#ffffff"
        text: root.camera.torch ? qsTr("Torch off") : qsTr("Torch on")
        onClicked: root.camera.torch = !root.camera.torch
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gapLarge
        anchors.rightMargin: Theme.gapLarge
        visible: !root.camera.live && root.isLow
        spacing: Theme.gapLarge

        Icon {
            name: "keyboard"
            color: Theme.mutedText
            Layout.preferredWidth: 32
            Layout.preferredHeight: 32
        }
        PlainText {
            text: root.camera.problem === "" ? qsTr("The camera is starting…") : Theme.largeType ? root.camera.problem : qsTr("%1 Scan with the trigger or a hand scanner.").arg(root.camera.problem)
            wrapMode: Text.Wrap
            fontSizeMode: Text.Fit // the view is low, and English is long
            minimumPixelSize: Theme.captionSize - 2
            elide: Text.ElideRight
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        ActionButton {
            visible: root.camera.problem !== ""
            text: qsTr("Type the number")
            onClicked: root.typeRequested()
        }
    }
    EmptyState {
        objectName: "noCamera"
        anchors.fill: parent
        visible: !root.camera.live && !root.isLow
        iconName: root.camera.problem !== "" ? "keyboard" : "camera"
        title: root.camera.problem !== "" ? root.camera.problem : qsTr("The camera is starting…")
        hint: root.camera.problem !== "" ? qsTr("Scan with the trigger or a hand scanner, or type the number.") : ""
        actionText: root.camera.problem !== "" ? qsTr("Type the number") : ""
        onActionRequested: root.typeRequested()
    }
}
