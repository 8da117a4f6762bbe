#include "core/leasing/lease_store.h"

namespace guanwu {

Money WholeLease::due() const
{
    Money sum;
    for (const RentDue& period : rent)
        sum += period.due;
    return sum;
}

Money WholeLease::paidSoFar() const
{
    Money sum;
    for (const RentDue& period : rent)
        sum += period.paid;
    return sum;
}

Money WholeLease::overdueOn(Day day) const
{
    Money sum;
    for (const RentDue& period : rent)
        if (period.isOverdueOn(day))
            sum += period.gap();
    return sum;
}

} // namespace guanwu
