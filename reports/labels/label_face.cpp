#include "reports/labels/label_face.h"

#include "core/base/text.h"

#include <algorithm>

namespace guanwu {

namespace {

    void addRow(LabelFace& face, const char* caption, const std::string& value)
    {
        if (!value.empty())
            face.rows.push_back(caption + value);
    }

    Result<LabelFace> checked(LabelFace face)
    {
        const auto& symbol = face.symbol;
        const bool isSquare = !symbol.empty()
            && std::all_of(
                symbol.begin(), symbol.end(), [&](const auto& row) { return row.size() == symbol.size(); });
        const bool isBars = symbol.size() == 1 && symbol.front().size() > 1;
        if (!isSquare && !isBars)
            return fail(ErrorCode::InvalidArgument, "label.symbol", face.code);
        std::vector<const std::string*> texts {&face.heading, &face.code, &face.title};
        for (const auto& row : face.rows)
            texts.push_back(&row);
        for (const auto* text : texts)
            if (!isValidText(*text))
                return fail(ErrorCode::InvalidArgument, "label.text", face.code);
        return face;
    }

} // namespace

Result<LabelFace> faceOf(const TagLabel& label)
{
    LabelFace face {label.symbol, label.unit, label.code, label.name, {}};
    addRow(face, "部门：", label.department);
    addRow(face, "入账：", label.enteredOn);
    addRow(face, "地点：", label.place);
    return checked(std::move(face));
}

Result<LabelFace> faceOf(const RoomLabel& label)
{
    LabelFace face {label.symbol, "房间标签", label.code, label.name, {}};
    addRow(face, "位置：", label.building);
    addRow(face, "单位：", label.unit);
    return checked(std::move(face));
}

Result<LabelFace> faceOf(const EnrolmentLabel& label)
{
    LabelFace face {label.symbol, "终端登记", label.code,
        "打开管物客户端，扫描左侧二维码；没有摄像头时输入上面的登记码", {}};
    addRow(face, "服务地址：", label.address);
    addRow(face, "有效期：", label.term);
    return checked(std::move(face));
}

} // namespace guanwu
