// The project is what docs/five-minutes.md shows: its first pom and its first class.
String page = new File(basedir, '../../../../../docs/five-minutes.md').text
def block = { String language -> (page =~ /(?ms)^```${language}\n(.*?)^```$/)[0][1] }
new File(basedir, 'pom.xml').text = block('xml')
File sources = new File(basedir, 'src/main/java')
sources.mkdirs()
new File(sources, 'FiveMinutes.java').text = block('java')
return true
