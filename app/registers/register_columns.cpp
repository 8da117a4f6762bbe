#include "app/registers/register_columns.h"

#include <map>
#include <vector>

namespace guanwu {

namespace {

    constexpr int kLongest = 1'000;

    struct TypeColumns {
        std::vector<const RegisterField*> fields;
        std::vector<ColumnSpec> columns;
    };

    const TypeColumns& ofType(const RegisterType& wanted)
    {
        static const std::map<std::string_view, TypeColumns> all = [] {
            std::map<std::string_view, TypeColumns> out;
            for (const RegisterType& type : registerTypes()) {
                TypeColumns& made = out[type.token];
                const bool isPart = !type.parent.empty();
                made.columns = {{"unit", "单位编码|单位代码", !isPart && type.unitNeed == UnitNeed::Required},
                    {"department", "使用部门|部门"}, {"parent", "所属编号", isPart}};
                for (const RegisterField& field : type.fields)
                    if (field.use == FieldUse::Free || field.use == FieldUse::First) {
                        made.fields.push_back(&field);
                        made.columns.push_back({field.token, field.nameZh, field.isRequired, kLongest});
                    }
            }
            return out;
        }();
        return all.at(wanted.token);
    }

} // namespace

std::span<const ColumnSpec> columnsOf(const RegisterType& type) { return ofType(type).columns; }

std::span<const RegisterField* const> enteredFields(const RegisterType& type) { return ofType(type).fields; }

} // namespace guanwu
