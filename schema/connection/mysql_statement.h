#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soci {
class session;
}

namespace guanwu {

/// A question that MariaDB or MySQL parses and plans once. SOCI has no such thing: it writes the values into
/// the text and sends that, which for a question of four tables and one row takes the server twice as long.
class MysqlStatement {
public:
    /// `value` is a reference to the caller's: nothing, an integer or a text.
    struct Value {
        bool isNull = true;
        bool isInteger = false;
        long long integer = 0;
        std::string_view text {};
    };

    /// On the connection of `sql`, which must outlive it; `text` has a ? for each value.
    MysqlStatement(soci::session& sql, std::string_view text, std::size_t columns);
    ~MysqlStatement();
    MysqlStatement(const MysqlStatement&) = delete;
    MysqlStatement& operator=(const MysqlStatement&) = delete;

    /// The answer is taken in whole: the connection is free for the next question.
    void execute(std::span<const Value> values);
    [[nodiscard]] bool fetch();
    /// Of the row; nullopt = NULL. Valid until the next fetch().
    [[nodiscard]] std::optional<std::string_view> cell(std::size_t column);
    /// What is left of the answer is thrown away.
    void forget();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace guanwu
