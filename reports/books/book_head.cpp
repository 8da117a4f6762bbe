#include "reports/books/book_head.h"

namespace guanwu {

Report reportOfBooks(std::string title, const BookHead& head)
{
    Report report;
    report.title = std::move(title);
    report.preparer = head.preparer;
    report.period = head.period;
    report.asOf = head.asOf;
    report.moneyUnit = head.moneyUnit;
    report.notes = head.notes;
    report.signatures = {"单位负责人", "财务负责人", "资产管理员", "复核人", "填表日期", "联系电话"};
    return report;
}

} // namespace guanwu
