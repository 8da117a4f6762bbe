#include "reports/labels/use_certificate.h"

#include "reports/labels/label_drawing.h"
#include "reports/writers/pdf_text.h"

#include <cairo-pdf.h>
#include <cairomm/surface.h>

namespace guanwu {

namespace {

    // Millimetres on A4.
    constexpr double kWidth = 210;
    constexpr double kHeight = 297;
    constexpr double kMargin = 25;
    constexpr double kLine = 8;
    constexpr double kTitleTop = 30;
    constexpr double kBodyTop = 55;
    constexpr double kSealHeight = 50; ///< at the foot: symbol, and room for the seal
    constexpr LabelGeometry kFoot {kWidth - 2 * kMargin, kSealHeight, 2, 40, true};

    Box line(double top) {
        return {kMargin * kPointsPerMm, top * kPointsPerMm, (kWidth - 2 * kMargin) * kPointsPerMm,
            kLine * kPointsPerMm};
    }

    std::vector<std::string> bodyOf(const UseCertificate& certificate)
    {
        std::vector<std::string> out;
        const auto add = [&out](const char* caption, const std::string& value) {
            if (!value.empty())
                out.push_back(std::string(caption) + "：" + value);
        };
        add("使用凭证号", certificate.certificateNo);
        add("使用单位", certificate.unit);
        add("审批", certificate.approval);
        add("协议号", certificate.agreementNo);
        add("使用期限", certificate.term);
        add("交接日期", certificate.handedOverOn);
        add("合计", certificate.total);
        out.emplace_back("房间：");
        for (const std::string& room : certificate.rooms)
            out.push_back("　　" + room);
        return out;
    }

} // namespace

Result<std::string> useCertificateBytes(const UseCertificate& certificate)
{
    std::string bytes;
    const auto surface = Cairo::PdfSurface::create_for_stream(
        [&bytes](const unsigned char* data, unsigned int length) {
            bytes.append(reinterpret_cast<const char*>(data), length);
            return CAIRO_STATUS_SUCCESS;
        },
        kWidth * kPointsPerMm, kHeight * kPointsPerMm);
    // A certificate is the same whenever it is printed: no time of the machine in it.
    cairo_pdf_surface_set_metadata(surface->cobj(), CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    const auto context = Cairo::Context::create(surface);
    context->set_source_rgb(0, 0, 0);
    PdfText text(context);
    text.drawLine("办公用房使用凭证", {22, TextSide::Centre, TextWeight::Bold}, line(kTitleTop));
    double top = kBodyTop;
    for (const std::string& row : bodyOf(certificate)) {
        if (top + kLine > kHeight - kMargin - kSealHeight) {
            context->show_page();
            top = kMargin;
        }
        text.drawLine(row, {11}, line(top));
        top += kLine;
    }
    const LabelFace foot {certificate.symbol, certificate.issuer, certificate.certificateNo, certificate.unit,
        {"扫码得使用凭证号，可在系统中核对", "（盖章）"}};
    if (auto drawn = drawLabel(context, foot, kFoot, kMargin, kHeight - kMargin - kSealHeight); !drawn)
        return fail(drawn.error());
    context->show_page();
    surface->finish();
    return bytes;
}

} // namespace guanwu
