import QtQuick
import QtQuick.Layouts
import Guanwu.Books
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Theme

// The months that a unit has posted, the newest first; that one is chosen where nobody has chosen.
ChipStrip {
    id: root

    required property var calls
    required property string unit
    required property string month
    readonly property var told: record.value
    readonly property bool hasMonths: !record.isThere || (told.months || []).length > 0

    function reload() {
        record.reload();
    }

    onToldChanged: {
        const all = told.months || [];
        if (month === "" && all.length > 0)
            picked(all[0].month);
    }

    implicitHeight: choices.length > 0 ? Theme.touchTarget + Theme.gap : 0
    choices: (told.months || []).map(one => ({
                value: one.month,
                text: one.month
            }))
    chosen: month

    OneRecord {
        id: record
        calls: root.calls
        parts: root.unit !== "" ? ["units", root.unit, "depreciation"] : []
        query: ({
                limit: 24
            })
    }
}
