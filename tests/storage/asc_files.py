"""Exports of aSc, written as its version 2012 writes them: a small school with everything that a timetable can have."""

from pathlib import Path

SCHOOL = """<?xml version="1.0" encoding="windows-1251"?>
<timetable ascttversion="2012.5.3" importtype="database" options="idprefix:MyApp,daynumbering1"
 displayname="aSc Timetables 2012 XML" displaycountries="">
   <periods options="canadd,export:silent" columns="period,name,short,starttime,endtime">
      <period name="1" short="1" period="1" starttime="8:30" endtime="9:15"/>
      <period name="2" short="2" period="2" starttime="9:25" endtime="10:10"/>
      <period name="3" short="3" period="3" starttime="10:30" endtime="11:15"/>
   </periods>
   <daysdefs options="canadd,export:silent" columns="id,days,name,short">
      <daysdef id="D0" name="Любой день" short="X" days="10000,01000,00100,00010,00001"/>
      <daysdef id="D9" name="Каждый день" short="E" days="11111"/>
      <daysdef id="D1" name="Понедельник" short="Пн" days="10000"/>
      <daysdef id="D2" name="Вторник" short="Вт" days="01000"/>
      <daysdef id="D3" name="Среда" short="Ср" days="00100"/>
      <daysdef id="D4" name="Четверг" short="Чт" days="00010"/>
      <daysdef id="D5" name="Пятница" short="Пт" days="00001"/>
   </daysdefs>
   <weeksdefs options="canadd,export:silent" columns="id,weeks,name,short">
      <weeksdef id="W0" name="Любая неделя" short="X" weeks="10,01"/>
      <weeksdef id="W1" name="Неделя A" short="A" weeks="10"/>
      <weeksdef id="W2" name="Неделя B" short="B" weeks="01"/>
      <weeksdef id="W3" name="Все недели" short="Все" weeks="11"/>
   </weeksdefs>
   <termsdefs options="canadd,export:silent" columns="id,terms,name,short">
      <termsdef id="T0" name="Весь год" short="Год" terms="11"/>
   </termsdefs>
   <subjects options="canadd,export:silent" columns="id,name,short,partner_id">
      <subject id="S1" name="Алгебра" short="Алг" partner_id=""/>
      <subject id="S2" name="Английский язык" short="Англ" partner_id=""/>
      <subject id="S3" name="Физкультура" short="Физ-ра" partner_id=""/>
      <subject id="S4" name="Информатика" short="Инф" partner_id=""/>
      <subject id="S5" name="Педсовет" short="ПС" partner_id=""/>
      <subject id="S6" name="Химия" short="Хим" partner_id=""/>
   </subjects>
   <teachers options="canadd,export:silent" columns="id,firstname,lastname,name,short,gender,color,partner_id">
      <teacher id="*1" firstname="" lastname="" name="Алгебрина Алла Борисовна" short="АА" gender="F"/>
      <teacher id="*2" firstname="Ольга Викторовна" lastname="Петрова" name="О. Петрова" short="ПО" gender="F"/>
      <teacher id="*3" name="Прыгунов П. П." short="ПП" gender="M"/>
      <teacher id="*4" name="Бегунова Б. Б." short="ББ" gender="F"/>
   </teachers>
   <buildings options="canadd,export:silent" columns="id,name,partner_id"/>
   <classrooms options="canadd,export:silent" columns="id,name,short,capacity,buildingid,partner_id">
      <classroom id="R1" name="331" short="331" capacity="*"/>
      <classroom id="R2" name="Спортзал" short="СЗ" capacity="*"/>
   </classrooms>
   <grades options="canadd,export:silent" columns="grade,name,short"><grade name="7" short="7" grade="7"/></grades>
   <classes options="canadd,export:silent" columns="id,name,short,classroomids,teacherid,grade,partner_id">
      <class id="C1" name="7 &quot;А&quot;" short="7А" classroomids="" teacherid="*1" grade="" partner_id=""/>
      <class id="C2" name="7Б" short="7Б" classroomids="" teacherid="" grade="" partner_id=""/>
      <class id="C3" name="10 МАТ-ИНФ" short="10М" classroomids="" teacherid="" grade="" partner_id=""/>
   </classes>
   <groups options="canadd,export:silent" columns="id,classid,name,entireclass,divisiontag,studentcount,studentids">
      <group id="G0" name="Весь класс" classid="C1" entireclass="1" divisiontag="0"/>
      <group id="G1" name="1. группа" classid="C1" entireclass="0" divisiontag="1"/>
      <group id="G2" name="2. группа" classid="C1" entireclass="0" divisiontag="1"/>
      <group id="G3" name="Весь класс" classid="C2" entireclass="1" divisiontag="0"/>
      <group id="G4" name="физики" classid="C3" entireclass="0" divisiontag="1"/>
   </groups>
   <lessons options="canadd,export:silent" columns="id,subjectid,classids,groupids,teacherids,classroomids,\
periodspercard,periodsperweek,daysdefid,weeksdefid,termsdefid,seminargroup,capacity,partner_id">
      <lesson id="L1" classids="C1" subjectid="S1" periodspercard="1" periodsperweek="3.0" teacherids="*1"
 classroomids="R1" groupids="G0" seminargroup=""/>
      <lesson id="L2" classids="C1" subjectid="S2" periodspercard="1" periodsperweek="1.0" teacherids="*2"
 classroomids="R1" groupids="G1" seminargroup=""/>
      <lesson id="L3" classids="C1" subjectid="S4" periodspercard="1" periodsperweek="0.5" teacherids="*4"
 classroomids="" groupids="G2" seminargroup=""/>
      <lesson id="L4" classids="C1,C2" subjectid="S3" periodspercard="2" periodsperweek="2.0" teacherids="*3,*4"
 classroomids="R2" groupids="G0,G3" seminargroup=""/>
      <lesson id="L5" classids="" subjectid="S5" periodspercard="1" periodsperweek="1.0" teacherids="*1,*2"
 classroomids="" groupids="" seminargroup=""/>
      <lesson id="L6" classids="C3" subjectid="S6" periodspercard="1" periodsperweek="1.0" teacherids="*4"
 classroomids="" groupids="G4" seminargroup=""/>
      <lesson id="L7" classids="C3" subjectid="S1" periodspercard="1" periodsperweek="1.0" teacherids=""
 classroomids="" groupids="" seminargroup=""/>
   </lessons>
   <cards options="canadd,export:silent" columns="lessonid,period,days,weeks,terms,classroomids">
      <card lessonid="L1" classroomids="R1" period="1" weeks="11" terms="11" days="10000"/>
      <card lessonid="L1" classroomids="" period="2" weeks="11" terms="11" days="01000"/>
      <card lessonid="L2" classroomids="R1" period="2" weeks="10" terms="11" days="10000"/>
      <card lessonid="L3" classroomids="" period="2" weeks="01" terms="11" days="10000"/>
      <card lessonid="L4" classroomids="R2" period="2" weeks="11" terms="11" days="00001"/>
      <card lessonid="L5" classroomids="" period="3" weeks="11" terms="11" days="00100"/>
      <card lessonid="L6" classroomids="" period="1" weeks="11" terms="11" days="00100"/>
      <card lessonid="L7" classroomids="" period="1" weeks="11" terms="10" days="01000"/>
   </cards>
</timetable>
"""


def written(folder: Path, text: str = SCHOOL, encoding: str = "cp1251", name: str = "timetable.xml") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path
