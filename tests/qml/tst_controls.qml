import QtQuick
import QtTest
import Guanwu.Controls
import Guanwu.Theme

Item {
    width: 400
    height: 600

    Component {
        id: button
        ActionButton {
            text: "Count"
        }
    }
    Component {
        id: banner
        ProblemBanner {
            problem: ""
        }
    }
    Component {
        id: entry
        SearchEntry {
            width: 300
            rest: 50
        }
    }
    Component {
        id: chips
        ChoiceChips {
            width: 300
            choices: [{value: 1, text: "one"}, {value: 2, text: "two"}]
            chosen: 1
        }
    }
    Component {
        id: words
        PlainText {
            text: "<b>bold</b><img src='http://127.0.0.1:1/x.png'>"
        }
    }
    Component {
        id: bar
        UndoBar {
            stay: 100
        }
    }

    TestCase {
        name: "Controls"
        when: windowShown

        function test_everythingThatIsTouchedIsLargeEnough() {
            const one = createTemporaryObject(button, parent);
            verify(one.height >= Theme.touchTarget);
            verify(one.width >= Theme.touchTarget);
        }
        function test_aButtonIsPressedByTheKeyboard() {
            const one = createTemporaryObject(button, parent);
            const clicks = createTemporaryQmlObject("import QtTest; SignalSpy { signalName: 'clicked' }", parent);
            clicks.target = one;
            one.forceActiveFocus();
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Space);
            compare(clicks.count, 2);
        }
        function test_aBannerIsThereOnlyWithAProblem() {
            const one = createTemporaryObject(banner, parent);
            verify(!one.visible);
            one.problem = "The disk is full";
            verify(one.visible);
            verify(one.height > 0 || one.implicitHeight > 0);
        }
        function test_aSearchWaitsForTheFingersToRest() {
            const one = createTemporaryObject(entry, parent);
            const settled = createTemporaryQmlObject("import QtTest; SignalSpy { signalName: 'settled' }", parent);
            settled.target = one;
            one.focusField();
            keyClick("a");
            keyClick("b");
            compare(settled.count, 0);
            tryCompare(settled, "count", 1);
            compare(settled.signalArguments[0][0], "ab");
        }
        function test_aChoiceIsPicked() {
            const one = createTemporaryObject(chips, parent);
            const picked = createTemporaryQmlObject("import QtTest; SignalSpy { signalName: 'picked' }", parent);
            picked.target = one;
            waitForRendering(one);
            mouseClick(one, one.children[1].x + 5, one.children[1].y + 5);
            compare(picked.count, 1);
            compare(picked.signalArguments[0][0], 2);
        }
        function test_X14_textFromDataIsNeverRich() {
            const one = createTemporaryObject(words, parent);
            compare(one.textFormat, Text.PlainText);
            verify(one.implicitWidth > 200); // the tags are shown as they stand
        }
        function test_anOfferToUndoLeavesByItself() {
            const one = createTemporaryObject(bar, parent);
            one.show("Counted", true);
            verify(one.visible);
            tryCompare(one, "visible", false, 1000);
        }
    }
}
