import QtQuick
import QtTest
import Guanwu.Gallery
import Guanwu.Session
import Guanwu.Tuning

Item {
    id: root

    width: 1400
    height: 900

    GalleryStage {
        id: stage
        role: "unit_clerk"
        page: "scanner-at-work"
    }
    Component {
        id: scanner
        ScannerPage {
            session: stage.session
            settings: stage.settings
            isCompact: width < 640
            isExpanded: width >= 1100
            focus: true
        }
    }
    SignalSpy {
        id: back
        signalName: "backRequested"
    }

    TestCase {
        name: "Scanner"
        when: windowShown

        function opened(width: int, height: int): ScannerPage {
            const page = createTemporaryObject(scanner, root, {
                width: width,
                height: height
            });
            page.forceActiveFocus();
            return page;
        }

        function test_whatIsReadIsListedOnceWithWhatItCost() {
            const page = opened(1400, 900);
            const log = findChild(page, "readLog");
            tryVerify(() => log.count === 4, 30000);
            wait(700); // the figures follow every half second
            tryVerify(() => page.watch.figures.some(figure => parseFloat(figure.value) > 0), 5000);
            verify(page.watch.stages.some(stage => stage.part === 1));
            tryVerify(() => page.watch.regions.reduce((sum, state) => sum + state.count, 0) > 0, 5000);
            compare(log.count, 4);
            keyClick(Qt.Key_F5);
            tryVerify(() => log.count === 4, 30000); // counted anew: what is in view is read again
        }
        function test_theBudgetIsTurnedByKeysAndByChipsInTurn() {
            const page = opened(1400, 900);
            const chips = findChild(page, "budget");
            compare(chips.chosen, 25);
            keyClick(Qt.Key_Plus);
            compare(page.camera.budget, 40);
            chips.picked(10);
            compare(page.camera.budget, 10);
            keyClick(Qt.Key_Minus); // there is none below
            compare(page.camera.budget, 10);
            keyClick(Qt.Key_Plus);
            compare(chips.chosen, 15); // still bound after all that
        }
        function test_itIsHaltedAndLeftByKeys() {
            const page = opened(1400, 900);
            back.target = page;
            back.clear();
            keyClick(Qt.Key_P);
            verify(!page.camera.active);
            keyClick(Qt.Key_P);
            verify(page.camera.active);
            keyClick(Qt.Key_M);
            verify(!findChild(page, "regionMarks").visible);
            keyClick(Qt.Key_Escape);
            compare(back.count, 1);
        }
        function test_onAHandheldTheBudgetIsInSightAndOnePartAtATime() {
            const page = opened(360, 640);
            for (const name of ["budget", "parts"]) {
                const item = findChild(page, name);
                verify(item.visible);
                verify(item.mapToItem(page, 0, item.height).y <= page.height);
            }
            verify(!findChild(page, "readLog").visible);
            findChild(page, "parts").picked(1);
            verify(findChild(page, "readLog").visible);
            findChild(page, "parts").picked(2);
            verify(findChild(page, "sourcePath").visible);
        }
        function test_aSourceThatIsNotThereSaysSoAndTheNextOneIsTaken() {
            const page = opened(1400, 900);
            const path = findChild(page, "sourcePath");
            const pictures = page.choice;
            compare(path.text, pictures);
            path.text = "/nowhere/video.avi";
            path.accepted();
            tryVerify(() => findChild(page, "noPicture").title.indexOf("video.avi") >= 0, 10000);
            path.text = "file://" + pictures + "\n"; // as dialogs and people give it
            path.accepted();
            tryVerify(() => page.camera.live, 10000);
        }
    }
}
