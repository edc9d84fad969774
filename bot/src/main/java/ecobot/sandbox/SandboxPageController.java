package ecobot.sandbox;

import ecobot.TryIt;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Serves the group chat's page: the files in {@code templates/sandbox/page/}, as they are. The browser may run and load nothing but these
 * and the control interface, so that a text which slips through as markup does nothing.
 */
@Controller
@TryIt
class SandboxPageController {

    private static final String FOLDER = "templates/sandbox/page/";
    private static final Map<String, MediaType> TYPES = Map.of(
            "html", MediaType.parseMediaType("text/html;charset=utf-8"),
            "css", MediaType.parseMediaType("text/css;charset=utf-8"),
            "js", MediaType.parseMediaType("text/javascript;charset=utf-8"),
            "svg", MediaType.parseMediaType("image/svg+xml;charset=utf-8"));
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    @GetMapping({"/sandbox", "/sandbox/"})
    ResponseEntity<Resource> page() {
        return file("index", "html");
    }

    /** The name's pattern admits no path and no other kind of file. */
    @GetMapping("/sandbox/page/{name:[a-z][a-z-]*}.{ending:html|css|js|svg}")
    ResponseEntity<Resource> file(@PathVariable String name, @PathVariable String ending) {
        var file = new ClassPathResource(FOLDER + name + "." + ending);
        return file.exists() ? answer(file, ending) : ResponseEntity.notFound().build();
    }

    private static ResponseEntity<Resource> answer(Resource file, String ending) {
        return ResponseEntity.ok()
                .contentType(Objects.requireNonNull(TYPES.get(ending)))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(file);
    }
}
