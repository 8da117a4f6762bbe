import QtQuick
import QtTest
import Guanwu.Gallery
import Guanwu.Reports

Item {
    id: root

    width: 1300
    height: 850

    GalleryStage {
        id: section
        role: "asset_section"
        page: "reports-schedule"
    }
    Component {
        id: schedules
        SchedulesPanel {
            width: 700
            session: section.session
            catalog: ReportCatalog {
                calls: section.session.calls
            }
        }
    }
    TestCase {
        name: "Reports"
        when: windowShown

        function test_days_that_were_missed_or_made_up_for_are_told_below_their_schedule() {
            const panel = createTemporaryObject(schedules, root);
            const run = day => findChild(panel, "run-1-" + day);
            tryVerify(() => findChild(panel, "schedule-1") !== null);
            tryVerify(() => run("2026-11-05") !== null);
            verify(run("2026-11-05").text.includes("guanwu depreciate"));
            compare(run("2026-10-05").text, "2026-10-05: made up for on 2026-10-12");
            verify(run("2026-09-05").text.startsWith("2026-09-05: missed"));
            compare(run("2026-08-05"), null); // as it should be
            verify(findChild(panel, "schedule-1").subtitle.includes("zhang.san")); // the trouble hides nothing
        }
    }
}
