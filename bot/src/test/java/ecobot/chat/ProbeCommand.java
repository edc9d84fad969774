package ecobot.chat;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A command that does as it is told, to see what the room around it does. It notes everything in a table before. */
class ProbeCommand implements Command {

    private final JdbcClient sql;

    ProbeCommand(JdbcClient sql) {
        this.sql = sql;
        sql.sql("create table probe_note (words varchar(200) not null)").update();
    }

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public Reply handle(CommandCall call) {
        note(call.arguments());
        return switch (call.folded()) {
            case "失败" -> throw new IllegalStateException("told to fail");
            case "错" -> throw UserMistake.of("probe/mistake", Map.of());
            case "坏模板" -> Reply.of("probe/echo", Map.of());
            case "问" ->
                Reply.of("probe/which", Map.of())
                        .asking(new Question(
                                "unit",
                                "{\"n\":1}",
                                List.of(new Question.Choice("新丰镇（默认）", "新丰镇"), new Question.Choice("凤桥镇", "凤桥镇"))));
            case "可撤" -> echo("可撤").undoable("note-1");
            default -> echo(call.arguments());
        };
    }

    @Override
    public Reply resume(CommandCall call, Question question) {
        note(call.arguments());
        if (call.arguments().equals("不对")) {
            throw UserMistake.of("probe/mistake", Map.of());
        }
        return echo(call.arguments() + question.draft());
    }

    @Override
    public Reply undo(CommandCall call, String token) {
        return echo("撤销 " + token);
    }

    private void note(String words) {
        sql.sql("insert into probe_note (words) values (?)").param(words).update();
    }

    private static Reply echo(String words) {
        return Reply.of("probe/echo", Map.of("words", words));
    }
}
