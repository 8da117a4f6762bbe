import QtQuick
import QtTest
import Guanwu.Gallery
import Guanwu.Session
import Guanwu.Shell

Item {
    id: root

    width: 400
    height: 700

    GalleryStage {
        id: stranger
    }
    GalleryStage {
        id: clerk
        role: "unit_clerk"
    }
    Component {
        id: firstStart
        FirstStartPage {
            anchors.fill: parent
            session: stranger.session
        }
    }
    Component {
        id: settings
        SettingsPage {
            anchors.fill: parent
            session: clerk.session
            settings: clerk.settings
            isCompact: true
            isExpanded: false
        }
    }

    TestCase {
        name: "Session"
        when: windowShown

        function test_aWrongEnrolmentCodeIsExplainedAndNothingElseHappens() {
            const page = createTemporaryObject(firstStart, root);
            const code = findChild(page, "codeEntry");
            verify(!findChild(page, "enrol").enabled);
            code.text = "GWE1|nonsense";
            findChild(page, "nameEntry").text = "3";
            verify(findChild(page, "enrol").enabled);
            findChild(page, "enrol").clicked();
            tryVerify(() => stranger.session.problem !== "");
            compare(stranger.session.state, ClientSession.NotEnrolled);
        }
        function test_aPinIsSetAndLocksTheScreen() {
            const page = createTemporaryObject(settings, root);
            verify(!clerk.session.hasPin);
            findChild(page, "newPin").text = "12";
            findChild(page, "setPin").clicked();
            tryVerify(() => clerk.session.problem !== "", 30000);
            findChild(page, "newPin").text = "2580";
            findChild(page, "setPin").clicked();
            tryCompare(clerk.session, "hasPin", true, 30000); // a hash takes its time on a busy machine
            clerk.session.lock();
            compare(clerk.session.state, ClientSession.Locked);
            clerk.session.unlock("0000");
            tryVerify(() => clerk.session.problem !== "", 30000);
            compare(clerk.session.state, ClientSession.Locked);
            clerk.session.unlock("2580");
            tryCompare(clerk.session, "state", ClientSession.Open, 30000);
        }

        function test_theSoundOfVerdictsIsSwitchedOff() {
            const page = createTemporaryObject(settings, root);
            verify(clerk.settings.sound);
            const choice = findChild(page, "sound");
            findChild(choice, "chip-1").clicked();
            verify(!clerk.settings.sound);
            verify(findChild(choice, "chip-1").isChosen);
            findChild(choice, "chip-0").clicked();
            verify(clerk.settings.sound);
        }
    }
}
