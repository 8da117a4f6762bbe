import QtQuick
import QtTest
import Guanwu.Gallery
import Guanwu.Shell

Item {
    id: root

    width: 360
    height: 640

    GalleryStage {
        id: stranger
    }
    Component {
        id: enrol
        EnrolPage {
            anchors.fill: parent
            session: stranger.session
            settings: stranger.settings
        }
    }
    TestCase {
        name: "Enrol"
        when: windowShown

        function test_aCameraThatIsNotThereLeadsBackToTheText() {
            stranger.settings.camera = "none";
            const page = createTemporaryObject(enrol, root);
            findChild(page, "scanCode").clicked();
            verify(page.isScanning);
            verify(!findChild(page, "codeEntry").visible);
            findChild(page, "back").clicked();
            verify(!page.isScanning);
            verify(findChild(page, "codeEntry").visible);
        }
    }
}
