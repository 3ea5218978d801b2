namespace ArenaWeb.Accounts.Classes;

/// <summary>128 words of one syllable that a child of nine reads and types; without their marks they still differ.</summary>
internal static class SecretWords
{
    public static IReadOnlyList<string> All { get; } =
        """
            mèo chó gà vịt cá chim bò trâu ngựa voi hổ khỉ thỏ rùa ếch ong
            kiến bướm cua tôm ốc sóc nai cáo gấu dê cừu hoa lá cây cỏ lúa
            ngô khoai chuối cam bưởi xoài ổi mít dừa nho táo lê mận đào bánh kẹo
            sữa cơm phở bún xôi chè kem trứng nhà bàn ghế giường tủ đèn quạt chổi
            nồi bát thìa cốc chăn gối áo quần mũ giày dép khăn sách vở bút thước
            phấn bảng cặp tranh đàn trống sáo kèn bóng diều xe tàu thuyền cầu đường trường
            lớp mưa nắng gió mây trăng trời đất núi sông suối biển rừng đồi ruộng vườn
            đỏ xanh vàng tím nâu hồng một hai ba bốn năm sáu bảy tám chín vui
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
