package ecobot.training;

import ecobot.chat.Command;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.deadline.Deadlines;
import ecobot.text.Folding;
import ecobot.training.OrderWords.Verb;
import java.time.Year;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** {@code /点课}: a town orders a lecture, a trainer takes it with a day, the town confirms. */
@Component
class OrderCommand implements Command {

    private static final Pattern TOKEN = Pattern.compile("^(\\S+)\\s*");
    private static final Pattern NUMBER = Pattern.compile("^#?(\\d{1,9})(?=\\s|$)\\s*");
    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)\\D?");

    private final OrderDesk desk;
    private final OrderViews views;
    private final Templates templates;

    OrderCommand(OrderDesk desk, OrderViews views, Templates templates) {
        this.desk = desk;
        this.views = views;
        this.templates = templates;
        words();
    }

    @Override
    public String name() {
        return "order";
    }

    @Override
    public Reply handle(CommandCall call) {
        var text = call.arguments().strip();
        if (text.isEmpty()) {
            return Reply.of("training/orders", views.listed(call.member()));
        }
        var token = TOKEN.matcher(text);
        var verb = token.find() ? words().verb(Folding.fold(token.group(1))) : Optional.<Verb>empty();
        return verb.isPresent() ? act(call, verb.get(), text.substring(token.end())) : desk.order(call, text);
    }

    private Reply act(CommandCall call, Verb verb, String rest) {
        var numbered = NUMBER.matcher(Folding.fold(rest));
        Long number = numbered.find() ? Long.valueOf(numbered.group(1)) : null;
        var words = number == null ? rest : rest.substring(numbered.end());
        return switch (verb) {
            case TAKE -> desk.take(call, number, words);
            case CONFIRM -> desk.confirm(call, number);
            case RESCHEDULE -> desk.reschedule(call, number, words);
            case WITHDRAW -> desk.withdraw(call, number);
            case GIVE_BACK -> desk.giveBack(call, number);
            case YEAR -> Reply.of("training/order-year", views.year(year(call, rest)));
        };
    }

    private static Year year(CommandCall call, String rest) {
        var year = YEAR.matcher(Folding.fold(rest).strip());
        return year.matches() ? Year.parse(year.group(1)) : Year.from(Deadlines.dayOf(call.at()));
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        return question.field().equals(OrderDesk.WHEN)
                ? desk.take(call, Long.valueOf(question.draft()), call.arguments())
                : desk.order(call, call.arguments());
    }

    @Override
    public Reply undo(CommandCall call, String token) {
        return desk.withdraw(call, Long.valueOf(token));
    }

    private OrderWords words() {
        return templates.words(OrderWords.FILE, OrderWords.class);
    }
}
