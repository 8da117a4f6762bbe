import QtQuick
import Guanwu.Camera
import Guanwu.Controls
import Guanwu.Session
import Guanwu.Shell
import Guanwu.Theme

// The first start, with the camera over it while an administrator's QR code is looked for.
Item {
    id: root

    required property ClientSession session
    required property AppSettings settings
    property bool isScanning: false

    FirstStartPage {
        id: firstStart
        anchors.fill: parent
        visible: !root.isScanning
        session: root.session
        onScanRequested: root.isScanning = true
    }
    LiveCamera {
        id: camera
        choice: root.settings.camera
        active: root.isScanning
        // Whatever else is in view is no enrolment code.
        onAimed: code => {
            if (!code.startsWith("GWE1|"))
                return;
            firstStart.takeCode(code);
            root.isScanning = false;
        }
    }
    PageHeader {
        id: header
        visible: root.isScanning
        width: parent.width
        title: qsTr("Aim at the enrolment code")
        subtitle: qsTr("The administrator shows it under Handhelds")
        canGoBack: true
        onBackRequested: root.isScanning = false
    }
    CameraView {
        visible: root.isScanning
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        camera: camera
        onTypeRequested: root.isScanning = false
    }
    Rectangle {
        visible: root.isScanning && camera.live
        anchors.centerIn: parent
        width: Math.min(parent.width, parent.height) * 0.6
        height: width
        radius: Theme.radius
        color: "transparent"
        border.width: 3
        border.color: "#ffffff"
    }
}
