#include "reports/labels/use_certificate.h"

#include "reports/labels/label_drawing.h"
#include "reports/writers/pdf_text.h"

#include <array>
#include <cairo-pdf.h>
#include <cairomm/surface.h>

namespace guanwu {

namespace {

    // Millimetres on A4.
    constexpr double kWidth = 210;
    constexpr double kHeight = 297;
    constexpr double kMargin = 22;
    constexpr double kInner = kWidth - 2 * kMargin;
    constexpr double kTitleTop = 26;
    constexpr double kBodyTop = 48;
    constexpr double kRow = 9;
    constexpr double kCaption = 32; ///< width of the captions
    constexpr double kPadding = 1.5;
    constexpr double kSealHeight = 50; ///< at the foot: symbol, and room for the seal
    constexpr double kEnd = kHeight - kMargin - kSealHeight - 4;
    constexpr double kText = 10.5;
    constexpr double kHairline = 0.6;

    LabelDesign foot()
    {
        LabelDesign out;
        out.width = kInner;
        out.height = kSealHeight;
        out.margin = 2;
        out.symbol = 40;
        out.headingAcross = true;
        return out;
    }

    struct RoomColumn {
        const char* heading;
        double width;
        TextSide side;
    };
    constexpr std::array<RoomColumn, 6> kRoomColumns {{{"序号", 12, TextSide::Centre},
        {"楼栋", 52, TextSide::Left}, {"房间编码", 30, TextSide::Left}, {"房间", 36, TextSide::Left},
        {"类别", 16, TextSide::Centre}, {"面积（㎡）", 20, TextSide::Right}}};

    /// What the certificate may serve and what not: found in 党政机关办公用房管理办法 art. 18
    /// (certificate_types SYPZ).
    constexpr const char* kUse
        = "本凭证可用于单位登记、集体户口登记、维修申报；不得用于出租、出借、经营，不作为产权证明。";

    /// Cells on pages, one row below the other.
    class CertificateSheet {
    public:
        /// `pages` of them in all; 0 = not known yet.
        CertificateSheet(const Cairo::RefPtr<Cairo::Context>& context, std::string certificateNo, int pages)
            : m_context(context)
            , m_text(context)
            , m_certificateNo(std::move(certificateNo))
            , m_pages(pages)
        {
            m_context->set_source_rgb(0, 0, 0);
            m_context->set_line_width(kHairline);
        }
        void title(const std::string& words)
        {
            m_text.drawLine(
                words, {22, TextSide::Centre, TextWeight::Bold}, box(kMargin, kTitleTop, kInner, 14));
        }
        void fact(const char* caption, const std::string& value)
        {
            need(kRow);
            cell(kMargin, kCaption, caption, {kText, TextSide::Centre, TextWeight::Bold});
            cell(kMargin + kCaption, kInner - kCaption, value, {kText});
            m_top += kRow;
        }
        void roomHeading()
        {
            double left = kMargin;
            for (const RoomColumn& column : kRoomColumns) {
                cell(left, column.width, column.heading, {kText, TextSide::Centre, TextWeight::Bold});
                left += column.width;
            }
            m_top += kRow;
        }
        void room(const std::array<std::string, kRoomColumns.size()>& values, TextWeight weight)
        {
            if (need(kRow))
                roomHeading();
            double left = kMargin;
            for (std::size_t at = 0; at < values.size(); ++at) {
                cell(left, kRoomColumns[at].width, values[at], {kText, kRoomColumns[at].side, weight});
                left += kRoomColumns[at].width;
            }
            m_top += kRow;
        }
        void note(const std::string& words)
        {
            need(kRow);
            m_text.drawLine(words, {9}, box(kMargin, m_top + 1, kInner, kRow));
            m_top += kRow;
        }

        /// Ends the last page; returns how many there are.
        int finish()
        {
            endPage();
            return m_page;
        }

    private:
        /// Sheets that go apart say to which certificate they belong; one alone needs not.
        void endPage()
        {
            if (m_pages > 1)
                m_text.drawLine("使用凭证 " + m_certificateNo + "　第 " + std::to_string(m_page) + " 页，共 "
                        + std::to_string(m_pages) + " 页",
                    {9, TextSide::Right}, box(kMargin, kHeight - kMargin + 2, kInner, 6));
            m_context->show_page();
        }
        static Box box(double left, double top, double width, double height)
        {
            return {left * kPointsPerMm, top * kPointsPerMm, width * kPointsPerMm, height * kPointsPerMm};
        }
        void cell(double left, double width, const std::string& value, const TextStyle& style)
        {
            const Box edge = box(left, m_top, width, kRow);
            m_context->rectangle(edge.x, edge.y, edge.width, edge.height);
            m_context->stroke();
            m_text.drawLine(value, style, edge.inset(kPadding * kPointsPerMm));
        }
        /// Whether a new page was begun for what comes.
        bool need(double height)
        {
            if (m_top + height <= kEnd)
                return false;
            endPage();
            ++m_page;
            m_top = kMargin;
            return true;
        }

        Cairo::RefPtr<Cairo::Context> m_context;
        PdfText m_text;
        std::string m_certificateNo;
        int m_pages = 0;
        int m_page = 1;
        double m_top = kBodyTop;
    };

    void draw(CertificateSheet& sheet, const UseCertificate& certificate)
    {
        sheet.title("办公用房使用凭证");
        sheet.fact("使用凭证号", certificate.certificateNo);
        if (!certificate.replaces.empty())
            sheet.fact("换发自（原证作废）", certificate.replaces);
        sheet.fact("使用单位", certificate.unit);
        sheet.fact("批准文号、日期", certificate.approval);
        sheet.fact("使用协议号", certificate.agreementNo);
        sheet.fact("使用期限", certificate.term);
        sheet.fact("交接日期", certificate.handedOverOn);
        sheet.roomHeading();
        std::size_t no = 0;
        for (const CertifiedRoom& room : certificate.rooms)
            sheet.room({std::to_string(++no), room.building, room.code, room.name, room.kind, room.area},
                TextWeight::Regular);
        sheet.room({"合计", certificate.count, "", "", "", certificate.total}, TextWeight::Bold);
        sheet.note(certificate.warning.empty() ? kUse : certificate.warning);
    }

    /// Returns how many pages it takes.
    Result<int> drawAll(std::string& bytes, const UseCertificate& certificate, int pages)
    {
        const auto surface = Cairo::PdfSurface::create_for_stream(
            [&bytes](const unsigned char* data, unsigned int length) {
                bytes.append(reinterpret_cast<const char*>(data), length);
                return CAIRO_STATUS_SUCCESS;
            },
            kWidth * kPointsPerMm, kHeight * kPointsPerMm);
        // A certificate is the same whenever it is printed: no time of the machine in it.
        cairo_pdf_surface_set_metadata(
            surface->cobj(), CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
        const auto context = Cairo::Context::create(surface);
        CertificateSheet sheet(context, certificate.certificateNo, pages);
        draw(sheet, certificate);
        const LabelFace face {certificate.symbol, certificate.issuer, certificate.certificateNo,
            certificate.unit, {"扫码得使用凭证号，可在系统中核对", "（盖章）　　　　年　　月　　日"}};
        if (auto drawn = drawLabel(context, face, foot(), kMargin, kHeight - kMargin - kSealHeight); !drawn)
            return fail(drawn.error());
        const int count = sheet.finish();
        surface->finish();
        return count;
    }

} // namespace

Result<std::string> useCertificateBytes(const UseCertificate& certificate)
{
    // The first time only tells how many pages there are.
    std::string bytes;
    const auto pages = drawAll(bytes, certificate, 0);
    if (!pages || *pages == 1)
        return pages ? Result<std::string>(std::move(bytes)) : fail(pages.error());
    bytes.clear();
    if (auto drawn = drawAll(bytes, certificate, *pages); !drawn)
        return fail(drawn.error());
    return bytes;
}

} // namespace guanwu
